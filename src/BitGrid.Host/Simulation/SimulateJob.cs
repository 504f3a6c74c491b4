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
        SimulationWishes wishes = new() { Seed = request.Seed, Faults = FaultPlan.Drawn(request.Seed, request.Faults, series.Count), Describes = true };
        HouseStudy study = HouseStudy.Of(new(house.Configuration, series), series, house.Engine, wishes);
        SimulationReport result = Result(house, study, report);
        house.ReportFaults(terminal);
        SimulationView.Show(terminal, result, request.Language);
        return request.ReportFile is { } file ? Write(file, result, study) : ExitCode.Fine;
    }

    int Write(string file, SimulationReport result, HouseStudy study)
    {
        try
        {
            SimulationFile.Write(file, result, study, request.Language);
            return ExitCode.Fine;
        }
        catch (OutputException fault)
        {
            terminal.Error.WriteLine($"error: {fault.Message}");
            return ExitCode.BadInput;
        }
    }

    SimulationReport Result(House house, HouseStudy study, SeriesReport report)
    {
        StrategyComparison comparison = new(study.Runs);
        return new()
        {
            House = house.Configuration.Name,
            ConfigHash = house.Configuration.ConfigHash,
            Seed = request.Seed,
            From = new Block(study.Series.FirstBlockId).WindowStart,
            To = new Block(study.Series.FirstBlockId + study.Series.Count).WindowStart,
            Series = [.. report.Notes],
            Coverage = study.BitGrid.Coverage!.Value,
            SafetyStops = study.BitGrid.SafetyStops,
            Total = comparison.Total,
            Seasons = comparison.Seasons,
        };
    }
}
