using BitGrid.Testing;

namespace BitGrid.Engine.Tests.Support;

/// <summary>A policy that always wants the same level, and none by exporting.</summary>
sealed class FixedLevel(int level) : IPolicy
{
    public static readonly Reason Taken = Some.Reason("PATH_TAKEN");
    public static readonly Reason Rejected = Some.Reason("PATH_REJECTED");

    public PathChoice Choose(in PolicyContext context) => level == 0
        ? new(EnergyPath.Export, context.Values, Taken, Rejected, Rejected, 0)
        : new(EnergyPath.Hodl, context.Values, Rejected, Rejected, Taken, level);
}
