namespace BitGrid.Policies;

/// <summary>Heats until the buffer is at its limit, then mines, then sells.</summary>
[Policy("heat-first")]
public sealed class HeatFirstPolicy(PolicyOptions options) : IPolicy
{
    /// <inheritdoc/>
    public PathChoice Choose(in PolicyContext context) =>
        Precedence.Choose(context, options, [EnergyPath.Heat, EnergyPath.Hodl, EnergyPath.Export]);
}
