namespace BitGrid.Policies;

/// <summary>Mines whatever the rules let run, then heats, then sells.</summary>
[Policy("hodl-first")]
public sealed class HodlFirstPolicy(PolicyOptions options) : IPolicy
{
    /// <inheritdoc/>
    public PathChoice Choose(in PolicyContext context) =>
        Precedence.Choose(context, options, [EnergyPath.Hodl, EnergyPath.Heat, EnergyPath.Export]);
}
