using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Rules.R2Autarky;

/// <summary>Settings of rule R2.</summary>
public sealed record R2Options
{
    /// <summary>State of charge at which the load is stopped, %.</summary>
    [Description("State of charge at which the load is stopped.")]
    [Range(0.0, 100.0)]
    public double SocStopPct { get; init; } = 35;

    /// <summary>State of charge from which on it may start again, %. Above <see cref="SocStopPct"/>.</summary>
    [Description("State of charge from which on the load may start again; above soc_stop_pct.")]
    [Range(0.0, 100.0)]
    [GreaterThan(nameof(SocStopPct))]
    public double SocResumePct { get; init; } = 45;

    /// <summary>Net grid import that is put up with, W.</summary>
    [Description("Net grid import that is put up with.")]
    [Range(0.0, 50_000.0)]
    public double MaxGridImportW { get; init; } = 500;

    /// <summary>Blocks in a row above <see cref="MaxGridImportW"/> after which the load is stopped.</summary>
    [Description("Blocks in a row above max_grid_import_w after which the load is stopped.")]
    [Range(1, 144)]
    public int GridImportBlocks { get; init; } = 1;
}
