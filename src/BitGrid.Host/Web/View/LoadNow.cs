using BitGrid.Engine.Replay;

namespace BitGrid.Host.Web.View;

/// <summary>One load at one moment.</summary>
/// <param name="Profile">What is known of it in advance.</param>
/// <param name="Row">What it measures, what it does (<see cref="ReplayRow.Recorded"/>), and a person's wish, as a decision at this moment would be taken on.</param>
/// <param name="Since">Since when it runs or is off, UTC; <see langword="null"/> when no change is known.</param>
/// <param name="StableUntil">Until when the stability rules keep it as it is if nothing graver happens, UTC; <see langword="null"/> when they do not.</param>
/// <param name="Newest">Its newest decision; <see langword="null"/> when there never was one.</param>
internal sealed record LoadNow(LoadProfile Profile, ReplayRow Row, DateTimeOffset? Since, DateTimeOffset? StableUntil, DecisionRecord? Newest)
{
    /// <summary>What it does, as confirmed by telemetry.</summary>
    public LoadStatus Status => Row.Recorded ?? LoadStatus.Off;
}
