using System.Collections.Immutable;
using System.Globalization;
using BitGrid.Engine;
using BitGrid.Host.Configuration;
using BitGrid.Host.Simulation;
using BitGrid.Simulation.Houses;

namespace BitGrid.Host.Tuning;

/// <summary>Lives through the same series with one point after the other. Points have nothing to do with each other, so several may be tried at once.</summary>
/// <param name="candidates">Makes the configurations.</param>
/// <param name="simulator">The house.</param>
/// <param name="parameters">What the values of a point mean.</param>
/// <param name="seed">Seed of the simulations, unless it is a parameter itself.</param>
internal sealed class Tuner(Candidates candidates, HouseSimulator simulator, IReadOnlyList<Parameter> parameters, ulong seed)
{
    readonly int _seedParameter = parameters.ToList().FindIndex(parameter => parameter.Key == Parameter.Seed);
    readonly Ledger _off = simulator.RunBaseline(Strategy.Off).Total();

    /// <summary>Tries one point.</summary>
    public TunePoint Try(long number, ImmutableArray<string> values)
    {
        if (SeedOf(values) is not { } pointSeed)
            return new(number, values, $"seed = {values[_seedParameter]}: no whole number of 0 or more", null, 0);
        (SiteConfiguration? configuration, string? fault) = candidates.Load(values);
        return configuration is null ? new(number, values, fault, null, 0) : Simulate(number, values, configuration, pointSeed);
    }

    TunePoint Simulate(long number, ImmutableArray<string> values, SiteConfiguration configuration, ulong pointSeed)
    {
        RuleFault? failed = null;
        SimulatedRun run = simulator.Run(Candidates.EngineOf(configuration, fault => failed ??= fault), new() { Seed = pointSeed });
        if (failed is not null)
            return new(number, values, $"{failed.Id} {failed.Message}", null, 0);
        return new(number, values, null, StrategyFigures.Of(Strategy.BitGrid, run.Total(), run.Days.Count, _off, optimum: null), run.SafetyStops);
    }

    ulong? SeedOf(ImmutableArray<string> values)
    {
        if (_seedParameter < 0)
            return seed;
        return ulong.TryParse(values[_seedParameter], NumberStyles.None, CultureInfo.InvariantCulture, out ulong own) ? own : null;
    }
}
