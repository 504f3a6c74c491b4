using System.Collections.Immutable;

namespace BitGrid.Engine.Intake;

/// <summary>
/// One block of one load as it came from a file or a device: nothing is checked yet. A buffer, made to be cleared and filled
/// again for the next row; what leaves the intake is immutable.
/// </summary>
public sealed class RawRow
{
    readonly double?[] _values = new double?[ReadingNames.All.Length];

    /// <summary>The block the readings belong to.</summary>
    public Block Block { get; set; }

    /// <summary>The load that the <c>miner_…</c> readings belong to; <see langword="null"/> for the first load of the site.</summary>
    public string? LoadId { get; set; }

    /// <summary>What the load did then; <see langword="null"/> when it was not recorded.</summary>
    public LoadStatus? Recorded { get; set; }

    /// <summary>Expected surplus of the coming blocks, W, the next block first.</summary>
    public ImmutableArray<double> ForecastSurplusW { get; set; } = [];

    /// <summary>The quality somebody closer to the devices has attested; the intake can only lower it.</summary>
    public DataQuality Quality { get; set; }

    /// <summary>Names of readings that came too late to be used, sorted.</summary>
    public ImmutableArray<string> Stale { get; set; } = [];

    /// <summary>The configuration in force, SHA-256 as 64 hexadecimal digits; empty when none was recorded.</summary>
    public string ConfigHash { get; set; } = "";

    /// <summary>
    /// What asked for a decision on this row; <see langword="null"/> when none was taken. A row that was decided on went through
    /// the intake before: its house load is not derived again, because what it was derived from may stand in other rows.
    /// </summary>
    public DecisionTrigger? Trigger { get; set; }

    /// <summary>True when the row belongs to a decision between two ticks.</summary>
    public bool IsBetweenTicks => Trigger is DecisionTrigger.SafetyAsync or DecisionTrigger.Override;

    /// <summary>The instant the row speaks for, UTC; <see langword="null"/> for the start of its block.</summary>
    public DateTimeOffset? Time { get; set; }

    /// <summary>Names of required readings that were missing when it was decided on, sorted; default when they were not recorded.</summary>
    public ImmutableArray<string> Missing { get; set; }

    /// <summary>Surplus that the loads before left over, W; <see langword="null"/> when it was not recorded.</summary>
    public double? SurplusLeftW { get; set; }

    /// <summary>A person's wish for the load, if there was one.</summary>
    public ManualOverride? Override { get; set; }

    /// <summary>What the rules remembered before, by rule id; default when it was not recorded.</summary>
    public ImmutableArray<KeyValuePair<string, RuleMemory>> Memories { get; set; }

    /// <summary>A reading; <see langword="null"/> when it is missing. May be anything, also infinite or not a number.</summary>
    public double? this[Reading reading]
    {
        get => _values[(int)reading];
        set => _values[(int)reading] = value;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_values);
        (Block, LoadId, Recorded, ForecastSurplusW, Quality, Stale, ConfigHash) = (default, null, null, [], DataQuality.Ok, [], "");
        (Trigger, Time, Missing, SurplusLeftW, Override, Memories) = (null, null, default, null, null, default);
    }
}
