using System.Collections.Immutable;

namespace BitGrid.Host.Live;

/// <summary>What is known of a load from before the program started.</summary>
/// <param name="LastTick">The last block it was decided about (by a tick or at a start); <see langword="null"/> when it never was.</param>
/// <param name="Status">What it did after its last decision.</param>
/// <param name="StatusBlock">The block of that decision.</param>
/// <param name="Memories">What the rules remember, by rule id: that of the last tick, with what decisions since have changed.</param>
/// <param name="Override">A person's wish that was granted last and not taken back; it may be over by now.</param>
internal sealed record LoadRecovery(
    Block? LastTick,
    LoadStatus Status,
    Block StatusBlock,
    ImmutableArray<KeyValuePair<string, RuleMemory>> Memories,
    ManualOverride? Override)
{
    /// <summary>A load that was never decided about.</summary>
    public static LoadRecovery Unknown { get; } = new(LastTick: null, LoadStatus.Off, default, [], Override: null);
}
