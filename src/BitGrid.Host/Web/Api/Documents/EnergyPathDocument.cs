using System.Collections.Immutable;
using BitGrid.Engine.Replay;
using BitGrid.Host.Web.View;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>Where the surplus of a block should go.</summary>
/// <param name="Preferred">The path taken.</param>
/// <param name="TargetLevel">Level the load should run at if the rules let it.</param>
/// <param name="SatsPerKwh">What a kWh mines, sats; null when it is not known.</param>
/// <param name="Paths">Every path with its value, also the rejected ones.</param>
internal sealed record EnergyPathDocument(string Preferred, int TargetLevel, double? SatsPerKwh, ImmutableArray<PathDocument> Paths)
{
    public static EnergyPathDocument Of(PathChoice choice, Speaker speaker) => new(
        Words.Of(choice.Preferred), choice.TargetLevel, choice.Values.SatsPerKwh, [.. Enum.GetValues<EnergyPath>().Select(path => PathDocument.Of(choice, path, speaker))]);
}
