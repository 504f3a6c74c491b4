using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Rules.R5Stability;

/// <summary>Settings of rule R5.</summary>
public sealed record R5Options
{
    /// <summary>Blocks after the block of a start or stop in which nothing changes.</summary>
    [Description("Blocks after the block of a start or stop in which nothing changes.")]
    [Range(0, 144)]
    public int HoldBlocks { get; init; } = 2;

    /// <summary>Blocks that a started load runs at least, the block of the start included.</summary>
    [Description("Blocks that a started load runs at least, the block of the start included.")]
    [Range(0, 144)]
    public int MinRuntimeBlocks { get; init; } = 2;

    /// <summary>Blocks that a stopped load rests at least, the block of the stop included.</summary>
    [Description("Blocks that a stopped load rests at least, the block of the stop included.")]
    [Range(0, 144)]
    public int MinPauseBlocks { get; init; } = 2;

    /// <summary>Starts and stops in a UTC day after which nothing starts any more; <see langword="null"/> for no limit.</summary>
    [Description("Starts and stops in a UTC day after which nothing starts any more; null for no limit.")]
    [Range(1, 144)]
    public int? MaxSwitchesPerDay { get; init; }
}
