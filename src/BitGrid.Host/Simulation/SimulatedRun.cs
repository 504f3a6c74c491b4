using BitGrid.Simulation.Houses;

namespace BitGrid.Host.Simulation;

/// <summary>A house that has lived through a series.</summary>
/// <param name="Strategy">Who switched its loads.</param>
/// <param name="Days">One account per UTC day, in order.</param>
internal sealed record SimulatedRun(Strategy Strategy, IReadOnlyList<Ledger> Days)
{
    /// <summary>Stops that a rule of the Safety tier decided.</summary>
    public int SafetyStops { get; init; }

    /// <summary>How many decisions can be explained; <see langword="null"/> when none was described.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>The account of all days.</summary>
    public Ledger Total() => Sum(Days);

    /// <summary>The account of some days, in order.</summary>
    public static Ledger Sum(IReadOnlyList<Ledger> days)
    {
        Ledger sum = new(days.Count == 0 ? 0 : days[0].Day);
        foreach (Ledger day in days)
            sum.Add(day);
        return sum;
    }
}
