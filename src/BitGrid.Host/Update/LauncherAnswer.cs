using BitGrid.Boot;

namespace BitGrid.Host.Update;

/// <summary>What the launcher does with a version that was asked for.</summary>
/// <param name="places">Where the versions are.</param>
internal sealed class LauncherAnswer(BootPlaces places)
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>How long the launcher takes to hear a wish: it looks several times a second, but stops a running program first.</summary>
    static readonly TimeSpan Hearing = TimeSpan.FromSeconds(60);

    // Three tries of three minutes, at the most.
    static readonly TimeSpan Trial = TimeSpan.FromMinutes(12);

    /// <summary>The state as it stands.</summary>
    public BootState State => BootStateText.Read(DurableFile.TryRead(places.StateFile) ?? "") ?? new();

    /// <summary>Waits until the version is healthy.</summary>
    /// <exception cref="UpdateException">It was left, or nobody answers.</exception>
    public async Task<BootState> WaitAsync(string version, CancellationToken cancellation)
    {
        if (!await UntilAsync(() => !File.Exists(places.WishFile), Hearing, cancellation))
            throw new UpdateException($"Version {version} is installed, but BitGrid is not running, so it has not been started. It will be at the next start: sudo systemctl start bitgrid");
        if (!await UntilAsync(() => IsSettled(version), Trial, cancellation))
            throw new UpdateException($"Version {version} has neither become healthy nor been left. Look into the log: journalctl -u bitgrid");
        BootState state = State;
        return state.Active == version
            ? state
            : throw new UpdateException(state.Failed is { } failed && failed.Version == version ? RolledBack.Sentence(failed, state.Active) : $"Version {version} was not started; {state.Active} runs. Look into the log: journalctl -u bitgrid");
    }

    bool IsSettled(string version) => State is var state && (state.Active != version || state.IsProven);

    static async Task<bool> UntilAsync(Func<bool> isSo, TimeSpan patience, CancellationToken cancellation)
    {
        long began = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            if (TimeProvider.System.GetElapsedTime(began) > patience)
                return false;
            await Task.Delay(Pause, cancellation);
        }

        return true;
    }
}
