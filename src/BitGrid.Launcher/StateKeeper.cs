using BitGrid.Boot;

namespace BitGrid.Launcher;

/// <summary>Reads the state, takes up what is asked for, and writes it. Nobody else writes it.</summary>
/// <param name="places">Where it is.</param>
/// <param name="say">Told what happens.</param>
internal sealed class StateKeeper(BootPlaces places, Action<string> say)
{
    BootState? _written;

    /// <summary>True when a person asks for a version.</summary>
    public bool HasWish => File.Exists(places.WishFile);

    /// <summary>The state with all wishes taken up, whose active version is there; <see langword="null"/> when there is no version at all.</summary>
    public BootState? Settle()
    {
        BootState state = Read();
        if (DurableFile.TryRead(places.InstalledFile) is { } installed && installed != state.Installed)
            state = Adopt(state, installed) with { Installed = installed };
        if (DurableFile.TryRead(places.WishFile) is { } wish)
            state = Adopt(state, wish);
        if (WithProgram(state) is not { } settled)
            return null;
        Write(settled);
        // Only now: were it taken away before, a power cut would lose the wish.
        File.Delete(places.WishFile);
        return settled;
    }

    /// <summary>Writes the state, if it has changed.</summary>
    public void Write(BootState state)
    {
        if (state == _written)
            return;
        DurableFile.Write(places.StateFile, BootStateText.Write(state));
        _written = state;
    }

    BootState Read()
    {
        Directory.CreateDirectory(places.State);
        string? text = DurableFile.TryRead(places.StateFile);
        if (BootStateText.Read(text ?? "") is { } state)
            return _written = state;
        if (text is not null)
            say($"{places.StateFile} cannot be read; which version runs is chosen anew");
        return new();
    }

    BootState Adopt(BootState state, string version)
    {
        if (places.FolderOf(version) is null)
        {
            say($"{version} is asked for, but is not there: {Path.Combine(places.Slots, version)}");
            return state;
        }

        say($"{version} is asked for");
        return state.Adopt(version);
    }

    // A version whose files are gone, on a card that wears out say, is left without a try.
    BootState? WithProgram(BootState state)
    {
        if (places.FolderOf(state.Active) is not null)
            return places.FolderOf(state.Previous) is null ? state with { Previous = "" } : state;
        if (state.Active.Length > 0 && places.FolderOf(state.Previous) is not null)
        {
            say($"the files of {state.Active} are gone; {state.Previous} takes its place");
            return state.FallBack(TimeProvider.System.GetUtcNow(), "is gone from the disk");
        }

        return places.Versions() is [{ } newest, ..] ? state.Adopt(newest) with { Previous = "" } : null;
    }
}
