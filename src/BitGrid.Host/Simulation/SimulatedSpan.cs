using System.Collections.Immutable;

namespace BitGrid.Host.Simulation;

/// <summary>What all strategies did in the same days.</summary>
/// <param name="Season">The season; <see langword="null"/> for all of it.</param>
/// <param name="Days">Number of days.</param>
/// <param name="Blocks">Number of blocks.</param>
/// <param name="UnknownBlocks">Blocks that count for nobody, because PV, load or price is not known.</param>
/// <param name="Strategies">The figures, in the order of <see cref="Strategy"/>.</param>
internal sealed record SimulatedSpan(Season? Season, int Days, int Blocks, int UnknownBlocks, ImmutableArray<StrategyFigures> Strategies)
{
    /// <summary>The figures of a strategy; <see langword="null"/> when it did not run.</summary>
    public StrategyFigures? Of(Strategy strategy) => Strategies.FirstOrDefault(figures => figures.Strategy == strategy);
}
