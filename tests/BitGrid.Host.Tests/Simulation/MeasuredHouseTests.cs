using BitGrid.Host.Cli;
using BitGrid.Host.Cli.Views;
using BitGrid.Host.Simulation;
using BitGrid.Host.Simulation.Series;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Simulation;

/// <summary>A measured year of one home with measured prices, lived through with the shipped configuration.</summary>
public sealed class MeasuredHouseTests
{
    [RealDataFact("home-fr-2024", "price-de-lu-2024")]
    [Trait("Category", "Slow")]
    public void The_year_has_no_thermal_incident_few_switches_full_explanations_and_less_import_than_a_naive_switch()
    {
        House house = SimulatedHouse.Shipped;
        SeriesReport report = new();
        var series = new SeriesReader(new(house.Configuration.Site, house.Configuration.Host.Simulation, default, IsExchangePrice: true), report).Read(
        [
            Path.Combine(RealData.PathOf("home-fr-2024"), "home-fr-2024-30min.csv.gz"),
            Path.Combine(RealData.PathOf("price-de-lu-2024"), "price-de-lu-2024-hourly.csv.gz"),
        ])!;
        HouseStudy study = HouseStudy.Of(new(house.Configuration, series), series, house.Engine, new() { Describes = true });
        StrategyComparison comparison = new(study.Runs);
        StrategyFigures bitGrid = comparison.Total.Of(Strategy.BitGrid)!;
        StrategyFigures naive = comparison.Total.Of(Strategy.Naive)!;

        Assert.Equal(0, bitGrid.ThermalIncidents);
        Assert.InRange(bitGrid.SwitchesPerDay, 0.1, 2);
        Assert.Equal((100, 100), (study.BitGrid.Coverage!.Value.ExplainedPct, study.BitGrid.Coverage!.Value.TracedPct));
        Assert.True(bitGrid.GridImportKwh < naive.GridImportKwh);
        Assert.True(bitGrid.CausedImportKwh < 0.75 * naive.CausedImportKwh);
        Assert.True(bitGrid.GainEur > naive.GainEur);

        StringWriter table = new();
        SimulationView.Show(new Terminal(table, TextWriter.Null, interactive: false), new()
        {
            House = "",
            ConfigHash = "",
            Seed = 1,
            From = default,
            To = default,
            Series = [],
            Coverage = study.BitGrid.Coverage!.Value,
            SafetyStops = study.BitGrid.SafetyStops,
            Total = comparison.Total,
            Seasons = comparison.Seasons,
        }, Engine.Explanation.Language.En);
        string notes = report.ToString().Replace(RealData.PathOf("home-fr-2024"), "<home>", StringComparison.Ordinal).Replace(RealData.PathOf("price-de-lu-2024"), "<price>", StringComparison.Ordinal);
        Snapshot.Match($"{notes}\n{table}");
    }
}
