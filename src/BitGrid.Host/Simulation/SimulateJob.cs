using BitGrid.Host.Cli;
using BitGrid.Host.Cli.Views;
using BitGrid.Host.Recordings.Output;
using BitGrid.Host.Simulation.Series;
using BitGrid.Simulation.Houses;

namespace BitGrid.Host.Simulation;

/// <summary>A simulation from the series to the exit code.</summary>
internal sealed class SimulateJob(Terminal terminal, SimulateRequest request)
{
    public int Run()
    {
        if (House.Open(request.Config, request.Plugins, terminal) is not { } house)
            return ExitCode.BadInput;
        SeriesReport report = new();
        HouseSeries? series = new SeriesReader(
            new(house.Configuration.Site, house.Configuration.Host.Simulation, request.Period, request.IsExchangePrice), report).Read(request.Data);
        terminal.Error.WriteLine(report);
        return series is null ? ExitCode.BadInput : Run(house, series, report);
    }

    int Run(House house, HouseSeries series, SeriesReport report)
    {
        SimulationReport result = Simulate(house, series, report);
        house.ReportFaults(terminal);
        SimulationView.Show(terminal, result, request.Language);
        return ExitCode.Fine;
    }

    SimulationReport Simulate(House house, HouseSeries series, SeriesReport report)
    {
        HouseSimulator simulator = new(house.Configuration, series);
        SimulationWishes wishes = new() { Seed = request.Seed, Faults = FaultPlan.Drawn(request.Seed, request.Faults, series.Count), Describes = true };
        SimulatedRun bitGrid = simulator.Run(house.Engine, wishes);
        List<SimulatedRun> runs =
        [
            .. new[] { Strategy.Off, Strategy.AlwaysOn, Strategy.Naive }.Select(strategy => simulator.RunBaseline(strategy, wishes)),
            bitGrid,
        ];
        if (simulator.RunOptimum(wishes) is { } optimum)
            runs.Add(optimum);

        StrategyComparison comparison = new(runs);
        return new()
        {
            House = house.Configuration.Name,
            ConfigHash = house.Configuration.ConfigHash,
            Seed = request.Seed,
            From = new Block(series.FirstBlockId).WindowStart,
            To = new Block(series.FirstBlockId + series.Count).WindowStart,
            Series = [.. report.Notes],
            Coverage = bitGrid.Coverage!.Value,
            SafetyStops = bitGrid.SafetyStops,
            Total = comparison.Total,
            Seasons = comparison.Seasons,
        };
    }
}
