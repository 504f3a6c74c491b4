using BitGrid.Engine;
using BitGrid.Host.Live.Signals;

namespace BitGrid.Host.Live;

/// <summary>What the controller is made of.</summary>
internal sealed record ControllerParts
{
    public required TimeProvider Time { get; init; }

    public required SiteProfile Site { get; init; }

    public required DecisionEngine Engine { get; init; }

    public required string ConfigHash { get; init; }

    public required IJournal Journal { get; init; }

    public required Recorder Recorder { get; init; }

    public required HealthLog Health { get; init; }

    /// <summary>How long a reading can be relied on; for readings of a load also which load.</summary>
    public Func<Reading, string?, SignalLimits> LimitsOf { get; init; } = (reading, _) => SignalLimits.Of(reading);

    /// <summary>How long a start of a load may take.</summary>
    public Func<string, TimeSpan> StartGraceOf { get; init; } = _ => TimeSpan.FromMinutes(3);

    /// <summary>How long the first decision waits for the required readings.</summary>
    public TimeSpan StartPatience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Longest wish of a person, blocks.</summary>
    public int MaxOverrideBlocks { get; init; } = 3;
}
