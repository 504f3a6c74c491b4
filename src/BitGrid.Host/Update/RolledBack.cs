using BitGrid.Boot;
using BitGrid.Host.Cli;
using BitGrid.Host.Live;

namespace BitGrid.Host.Update;

/// <summary>A newer version that was left by itself: what the owner is told until one works.</summary>
internal static class RolledBack
{
    /// <summary>Code of the problem.</summary>
    public const string Code = "rolled_back";

    /// <summary>Raises the problem, if there is one.</summary>
    /// <param name="launcher">Where the launcher keeps its state; <see langword="null"/> when none has started this program.</param>
    /// <param name="health">Told of it.</param>
    public static void Tell(BootPlaces? launcher, HealthLog health)
    {
        if (launcher is not null && BootStateText.Read(DurableFile.TryRead(launcher.StateFile) ?? "") is { Failed: { } failed })
            health.Raise(HealthLevel.Warning, Code, failed.Version, Sentence(failed, ProductVersion.Text));
    }

    /// <summary>What happened and what to do, for a person.</summary>
    /// <param name="failed">The version that was left.</param>
    /// <param name="running">The version that runs instead.</param>
    public static string Sentence(FailedVersion failed, string running) =>
        $"Version {failed.Version} {failed.Reason}, so version {running} runs again. Nothing is lost. Install a newer version when there is one, or try this one again: bitgrid update retry";
}
