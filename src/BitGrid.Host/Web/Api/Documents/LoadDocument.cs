using System.Collections.Immutable;
using BitGrid.Host.Web.View;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>One load now.</summary>
/// <param name="LoadId">The load.</param>
/// <param name="Kind">What it turns electricity into: miner or heater.</param>
/// <param name="LevelsW">Power of each level, W.</param>
/// <param name="Running">True when it runs, as confirmed by telemetry.</param>
/// <param name="Level">Its level; 0 is off.</param>
/// <param name="Since">Since when it runs or is off; null when no change is known.</param>
/// <param name="StableUntil">Until when the stability rules keep it so if nothing graver happens; null when they do not.</param>
/// <param name="SurplusW">Surplus that the loads before it leave over, W; null when it is not known.</param>
/// <param name="Readings">What it measures of itself.</param>
/// <param name="Override">A person's wish that holds; null when there is none.</param>
/// <param name="Decision">Its newest decision; null when there never was one.</param>
internal sealed record LoadDocument(
    string LoadId,
    string Kind,
    ImmutableArray<double> LevelsW,
    bool Running,
    int Level,
    DateTime? Since,
    DateTime? StableUntil,
    double? SurplusW,
    LoadReadingsDocument Readings,
    OverrideDocument? Override,
    DecisionSummary? Decision)
{
    /// <param name="load">The load.</param>
    /// <param name="block">The running block.</param>
    /// <param name="speaker">Says why.</param>
    public static LoadDocument Of(LoadNow load, Block block, Speaker speaker) => new(
        load.Profile.Id,
        load.Profile.Kind == LoadKind.Miner ? "miner" : "heater",
        load.Profile.LevelsW,
        load.Status.Running,
        load.Status.Level,
        load.Since?.UtcDateTime,
        load.StableUntil?.UtcDateTime,
        load.Row.SurplusLeftW,
        new(load.Row.Readings.PowerW, load.Row.Readings.TempC, load.Row.Readings.HashrateThs, load.Row.Readings.HeartbeatAgeS),
        OverrideDocument.Of(load.Row.Override, block),
        load.Newest is { } newest ? DecisionSummary.Of(newest, speaker) : null);
}
