using System.Collections.Immutable;

namespace BitGrid;

/// <summary>What is known in advance of one flexible load; from <c>loads</c> in <c>config.yaml</c>.</summary>
public sealed record LoadProfile
{
    /// <summary>Stable name of the load (<c>load_id</c>), unique within the site.</summary>
    public required string Id { get; init; }

    /// <summary>What the load turns electricity into.</summary>
    public LoadKind Kind { get; init; }

    /// <summary>Power of each level, W, ascending; level 1 is the first entry. At least one.</summary>
    public required ImmutableArray<double> LevelsW { get; init; }

    /// <summary>Energy per hash of a miner, J/TH, above 0. <see langword="null"/> when unknown: its yield is then unknown too.</summary>
    public double? EfficiencyJTh { get; init; }

    /// <summary>When the load tells its temperature.</summary>
    public TemperatureSensing Temperature { get; init; } = TemperatureSensing.Always;

    /// <summary>True when the load proves its work by a heartbeat.</summary>
    public bool Heartbeat { get; init; } = true;

    /// <summary>Surplus beyond a level's power that is needed to step up to it, W, 0 or more.</summary>
    public double LevelHysteresisW { get; init; } = 100;

    /// <summary>Number of the highest level.</summary>
    public int TopLevel => LevelsW.Length;

    /// <summary>Power at a level, W; 0 for level 0.</summary>
    /// <param name="level">0 to <see cref="TopLevel"/>.</param>
    public double PowerAt(int level) => level == 0 ? 0 : LevelsW[level - 1];

    /// <summary>The path of energy this load serves.</summary>
    public EnergyPath Path => Kind == LoadKind.Miner ? EnergyPath.Hodl : EnergyPath.Heat;
}
