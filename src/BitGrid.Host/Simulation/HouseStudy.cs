using BitGrid.Engine;
using BitGrid.Simulation.Houses;

namespace BitGrid.Host.Simulation;

/// <summary>One house lived through by every strategy.</summary>
/// <param name="Series">What came from outside.</param>
/// <param name="Runs">The runs, in the order of <see cref="Strategy"/>; without the optimum where it cannot be found.</param>
/// <param name="LoadsW">Power of the flexible loads in each block with BitGrid at the wheel, W.</param>
internal sealed record HouseStudy(HouseSeries Series, IReadOnlyList<SimulatedRun> Runs, IReadOnlyList<double> LoadsW)
{
    /// <summary>The run with BitGrid at the wheel.</summary>
    public SimulatedRun BitGrid => Runs.First(run => run.Strategy == Strategy.BitGrid);

    /// <summary>Runs all strategies.</summary>
    public static HouseStudy Of(HouseSimulator simulator, HouseSeries series, DecisionEngine engine, SimulationWishes wishes)
    {
        double[] loadsW = new double[series.Count];
        List<SimulatedRun> runs = [.. new[] { Strategy.Off, Strategy.AlwaysOn, Strategy.Naive }.Select(strategy => simulator.RunBaseline(strategy, wishes))];
        runs.Add(simulator.Run(engine, wishes with { Seen = (house, _) => loadsW[house.Block] = house.LoadsW }));
        if (simulator.RunOptimum(wishes) is { } optimum)
            runs.Add(optimum);
        return new(series, runs, loadsW);
    }
}
