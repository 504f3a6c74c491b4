using System.Globalization;
using System.Runtime.CompilerServices;
using BitGrid.Engine.Explanation;
using BitGrid.Host.Scenarios;
using BitGrid.Host.Tests.Configuration;
using BitGrid.Host.Tests.Plugins;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Scenarios;

/// <summary>Every file in <c>tests/scenarios</c>, and what makes one fail.</summary>
public sealed class ScenarioSuiteTests
{
    public static TheoryData<string> Engine => [.. ScenarioHouses.All.Where(scenario => scenario.Part == ScenarioPart.Engine).Select(scenario => scenario.Id)];

    public static TheoryData<string> Host => [.. ScenarioHouses.All.Where(scenario => scenario is { Part: ScenarioPart.Host, Plugin: "" }).Select(scenario => scenario.Id)];

    [Theory]
    [MemberData(nameof(Engine))]
    public void The_shipped_house_does_as_expected(string id)
    {
        using ConfigSandbox config = new();
        Verify(ScenarioHouses.PlayIn(config, scenarios: ScenarioHouses.Named(id)).Single());
    }

    [Theory]
    [MemberData(nameof(Host))]
    public async Task The_running_house_does_as_expected(string id) => Verify(await HostScenario.PlayAsync(ScenarioHouses.Named(id)));

    [Fact]
    public void A_new_module_is_loaded_and_votes()
    {
        Scenario scenario = ScenarioHouses.All.Single(scenario => scenario.Plugin.Length > 0);
        using PluginStage plugins = new("bitgrid.rules", "bitgrid.policies", scenario.Plugin);
        using ConfigSandbox config = new ConfigSandbox().Edit("bitgrid_rules.yaml", "rules:\n", "rules:\n  quiet_hours:\n");
        Verify(ScenarioHouses.PlayIn(config, plugins, scenario with { Part = ScenarioPart.Engine }).Single());
    }

    [Theory]
    [InlineData("t_stop_c: 85", "t_stop_c: 94", "06-over-temperature-between-ticks", "06-over-temperature")]
    [InlineData("t_stop_c: 85", "t_stop_c: 88", "")]
    [InlineData("t_stop_c: 85", "t_stop_c: 80", "")]
    [InlineData("soc_stop_pct: 35", "soc_stop_pct: 5", "04-override-below-safety", "07-low-soc")]
    [InlineData("soc_stop_pct: 35", "soc_stop_pct: 20", "")]
    [InlineData("surplus_hysteresis_kw: 0.2", "surplus_hysteresis_kw: 0.1", "08-threshold-noise")]
    [InlineData("    hold_blocks: 2\n    min_runtime_blocks: 2", "    hold_blocks: 0\n    min_runtime_blocks: 0", "08-passing-cloud", "21-storm", "30-defect-runtime-forgotten")]
    [InlineData("surplus_min_kw: 1.5", "surplus_min_kw: 3", "")]
    [InlineData("price_max_ct_kwh: 18", "price_max_ct_kwh: null", "")]
    [InlineData("grid_import_blocks: 1", "grid_import_blocks: 2", "")]
    [InlineData("hold_blocks: 2", "hold_blocks: 6", "")]
    public void What_is_harmful_fails_and_what_is_a_matter_of_taste_passes(string from, string to, params string[] failing)
    {
        using ConfigSandbox config = new ConfigSandbox().Edit("bitgrid_rules.yaml", from, to);
        IEnumerable<string> failed = ScenarioHouses.PlayIn(config).Where(result => result.Verdict == ScenarioVerdict.Failed).Select(result => $"{result.Id}: {result.Why}");
        Assert.Equal(failing.Where(id => id.Length > 0), failed.Select(text => text.Split(':')[0]));
    }

    [Theory]
    [InlineData("r2_enabled", "07-low-soc")]
    [InlineData("r5_enabled", "08-passing-cloud")]
    [InlineData("r4_enabled", "")]
    public void A_rule_that_is_switched_off_is_missed_where_it_protects(string flag, string failing)
    {
        using ConfigSandbox config = new ConfigSandbox().Edit("flags.yaml", flag + ": true", flag + ": false");
        IReadOnlyList<ScenarioResult> results = ScenarioHouses.PlayIn(config);
        Assert.Equal(failing.Length > 0, results.Any(result => result.Verdict == ScenarioVerdict.Failed && result.Id == failing));
        Assert.Equal(failing.Length > 0, results.Any(result => result.Verdict == ScenarioVerdict.Failed));
    }

    [Theory]
    [InlineData("battery: true", "battery: false")]
    [InlineData("levels_w: [800, 1300, 1650]", "levels_w: [1200]")]
    [InlineData("temperature: always", "temperature: none")]
    [InlineData("heartbeat: true", "heartbeat: false")]
    [InlineData("pv_peak_w: 9800", "pv_peak_w: 30000")]
    [InlineData("autonomy: full", "autonomy: semi")]
    [InlineData("time_zone: Europe/Berlin", "time_zone: Pacific/Auckland")]
    public void Another_house_passes_what_concerns_it(string from, string to)
    {
        using ConfigSandbox config = new ConfigSandbox().Edit("config.yaml", from, to);
        Assert.Empty(ScenarioHouses.PlayIn(config).Where(result => result.Verdict == ScenarioVerdict.Failed).Select(result => $"{result.Id}: {result.Why}"));
    }

    static void Verify(ScenarioResult result, [CallerMemberName] string test = "")
    {
        Explainer explainer = new(Language.En);
        Snapshot.Match(
            $"{result.Title}\n" + string.Concat(result.Rows.Select(row => string.Create(CultureInfo.InvariantCulture,
                $"{row.Record.Time:HH:mm}  {row.Step[ScenarioColumns.Story],-32}  {explainer.Sentence(row.Record)} [{row.Record.Trigger}, {row.Record.DecidingRule ?? "nobody"}, {row.Record.Reason.Code}]\n"))),
            result.Id,
            test: test);
        Assert.Equal((ScenarioVerdict.Passed, ""), (result.Verdict, result.Why));
    }
}
