namespace BitGrid;

/// <summary>A policy's answer: where the surplus of this block should go, why there, and why not elsewhere.</summary>
/// <param name="Preferred">The path taken.</param>
/// <param name="Values">Value of each path as the policy reckons.</param>
/// <param name="ExportReason">Why Export is taken or rejected.</param>
/// <param name="HeatReason">Why Heat is taken or rejected.</param>
/// <param name="HodlReason">Why Hodl is taken or rejected.</param>
/// <param name="TargetLevel">Level the load should run at if the rules let it: 0 when another path is preferred.</param>
public readonly record struct PathChoice(
    EnergyPath Preferred,
    PathValues Values,
    Reason ExportReason,
    Reason HeatReason,
    Reason HodlReason,
    int TargetLevel)
{
    /// <summary>Why one path is taken or rejected.</summary>
    public Reason ReasonFor(EnergyPath path) => path switch
    {
        EnergyPath.Export => ExportReason,
        EnergyPath.Heat => HeatReason,
        _ => HodlReason,
    };
}
