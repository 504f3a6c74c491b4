using BitGrid.Host.Configuration;
using BitGrid.Host.Configuration.Settings;

namespace BitGrid.Host.Tests.Configuration;

public sealed class GatesFileTests
{
    [Fact]
    public void The_shipped_limits_are_the_defaults()
    {
        using ConfigSandbox config = new();
        Assert.Equal(new GateSettings(), config.Load().Configuration!.Gates);
    }

    [Fact]
    public void A_house_without_the_file_has_the_defaults_and_no_fault()
    {
        using ConfigSandbox config = new();
        File.Delete(config.PathOf("gates.yaml"));

        Assert.Equal("", config.Report());
        Assert.Equal(new GateSettings(), config.Load().Configuration!.Gates);
        Assert.NotNull(ConfigLoader.LoadKnown(ConfigFolder.Read(config.Folder), Offers.BuiltIn).Configuration);
    }

    [Fact]
    public void What_is_left_out_of_a_figure_is_not_checked()
    {
        using ConfigSandbox config = new ConfigSandbox().Edit("gates.yaml", "switches_per_day: { limit: 3, worsening: 0.15 }", "switches_per_day: { limit: 6 }");
        Assert.Equal(new GateLimit { Limit = 6 }, config.Load().Configuration!.Gates.SwitchesPerDay);
    }

    [Theory]
    [InlineData("hot_c: 88", "hot_c: 39", "config/gates.yaml:6:8: hot_c = 39: is below the smallest allowed value. Allowed: 40 to 120 °C. Set it to 88 (the default), for example.\n")]
    [InlineData("reserve_pct: 20", "reserve_pct: 101", "config/gates.yaml:7:14: reserve_pct = 101: is above the largest allowed value. Allowed: 0 to 100 %. Set it to 20 (the default), for example.\n")]
    [InlineData("thermal_incidents: {", "thermal_incident: {", "config/gates.yaml:9:1: thermal_incident: is not a known key. Allowed: days, hot_c, reserve_pct, switches_per_day, thermal_incidents, reserve_breaches, safety_stops_per_day, explanation_coverage_pct, path_traceability_pct, grid_import_kwh_per_day, regret_pct, decision_latency_ms. Did you mean thermal_incidents?\n")]
    public void A_mistake_is_told_like_in_the_other_files(string from, string to, string report)
    {
        using ConfigSandbox config = new ConfigSandbox().Edit("gates.yaml", from, to);
        Assert.Equal(report, config.Report());
    }

    [Fact]
    public void The_file_counts_in_the_hash()
    {
        using ConfigSandbox config = new();
        string before = config.Load().Configuration!.ConfigHash;
        config.Edit("gates.yaml", "days: 30", "days: 14");
        Assert.NotEqual(before, config.Load().Configuration!.ConfigHash);
    }
}
