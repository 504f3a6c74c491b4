namespace BitGrid.Policies;

/// <summary>Sells the surplus; heats or mines only when feeding in would cost money.</summary>
[Policy("export-first")]
public sealed class ExportFirstPolicy(PolicyOptions options) : IPolicy
{
    /// <inheritdoc/>
    public PathChoice Choose(in PolicyContext context) =>
        Precedence.Choose(context, options, [EnergyPath.Export, EnergyPath.Heat, EnergyPath.Hodl]);
}
