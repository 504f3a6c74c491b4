using BitGrid.Host.Plugins;
using BitGrid.Host.Configuration;

namespace BitGrid.Host.Tests.Configuration;

public sealed class CrossCheckTests
{
    const string Rules = "bitgrid_rules.yaml";

    [Theory]
    [InlineData("soc_resume_pct: 45", "soc_resume_pct: 35", "bitgrid_rules.yaml:11:21: rules.R2.soc_resume_pct = 35: is not above soc_stop_pct, which is 35. Allowed: more than 35 %. Raise soc_resume_pct or lower soc_stop_pct (defaults: soc_resume_pct 45, soc_stop_pct 35).")]
    [InlineData("    soc_resume_pct: 45\n", "    {}\n", null)]
    public void Settings_that_belong_together_keep_their_order(string from, string to, string? message)
    {
        using ConfigSandbox config = new ConfigSandbox().Edit(Rules, from, to.Replace("    {}\n", "", StringComparison.Ordinal));
        Assert.Equal(message is null ? "" : $"config/{message}\n", config.Report());
    }

    [Fact]
    public void The_order_holds_against_a_default_too()
    {
        using ConfigSandbox config = new ConfigSandbox().Edit(Rules, "    soc_resume_pct: 45\n", "").Edit(Rules, "soc_stop_pct: 35", "soc_stop_pct: 50");
        Assert.Equal(
            "config/bitgrid_rules.yaml:10:19: rules.R2.soc_resume_pct = 45: is not above soc_stop_pct, which is 50. Allowed: more than 50 %. Raise soc_resume_pct or lower soc_stop_pct (defaults: soc_resume_pct 45, soc_stop_pct 35).\n",
            config.Report());
    }

    [Fact]
    public void A_setting_out_of_range_is_not_blamed_for_its_order_as_well()
    {
        using ConfigSandbox config = new ConfigSandbox().Edit(Rules, "soc_resume_pct: 45", "soc_resume_pct: -1");
        Assert.Single(config.Load().Faults);
    }

    [Theory]
    [InlineData("[800, 700, 1650]", "14:21: loads[0].levels_w[1] = 700: is not above the level before it. Allowed: more than 800 W. Write the levels in ascending order; level 0 (off) is not listed.")]
    [InlineData("[800, 800]", "14:21: loads[0].levels_w[1] = 800: is not above the level before it. Allowed: more than 800 W. Write the levels in ascending order; level 0 (off) is not listed.")]
    [InlineData("[0, 800]", "14:16: loads[0].levels_w[0] = 0: is not above 0. Allowed: more than 0 W. Write the levels in ascending order; level 0 (off) is not listed.")]
    public void Levels_ascend(string levels, string message)
    {
        using ConfigSandbox config = new ConfigSandbox().Edit("config.yaml", "[800, 1300, 1650]", levels);
        Assert.Equal($"config/config.yaml:{message}\n", config.Report());
    }

    [Fact]
    public void Two_loads_have_two_names()
    {
        using ConfigSandbox config = new ConfigSandbox().Edit("config.yaml", "autonomy: full", "  - {id: miner, kind: heater, levels_w: [2000]}\nautonomy: full");
        Assert.Equal(
            "config/config.yaml:18:10: loads[1].id = \"miner\": is the id of another load too (line 12). Allowed: a name that no other load has. Rename one of the two; keep the id of the load whose history matters.\n",
            config.Report());
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("Europe/Neverland")]
    public void A_time_zone_that_does_not_exist_is_refused(string zone)
    {
        using ConfigSandbox config = new ConfigSandbox().Edit("config.yaml", "Europe/Berlin", $"'{zone}'");
        ConfigFault fault = Assert.Single(config.Load().Faults);
        Assert.Equal("site.time_zone", fault.Key);
        Assert.Contains("tzdata", fault.Repair, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_on_earth_has_two_coordinates()
    {
        using ConfigSandbox config = new ConfigSandbox().Edit("config.yaml", "  battery: true", "  latitude_deg: 52.5\n  battery: true");
        Assert.Equal(
            "config/config.yaml:8:3: site.latitude_deg: stands without longitude_deg. Allowed: both or neither. Add 'longitude_deg:' to site, or remove latitude_deg.\n",
            config.Report());
    }

    [Fact]
    public void A_silenced_safety_rule_is_an_error_at_its_switch()
    {
        using ConfigSandbox config = new ConfigSandbox().Edit("flags.yaml", "r3_enabled: true", "r3_enabled: false");
        Assert.Equal(
            "config/flags.yaml:5:13: r3_enabled = false: no rule of the Safety tier is enabled, so nothing would stop an overheating load. Allowed: at least one of R3. Set r3_enabled to true.\n",
            config.Report());
    }

    [Fact]
    public void A_missing_safety_rule_is_an_error_at_the_rules()
    {
        using ConfigSandbox config = new ConfigSandbox().Write(Rules, "rules:\n  R1:\n");
        Assert.Equal(
            "config/bitgrid_rules.yaml:1:1: rules: no rule of the Safety tier is enabled, so nothing would stop an overheating load. Allowed: at least one of R3. Add 'R3:' to rules; without keys it has its defaults.\n",
            config.Report());
    }

    [Fact]
    public void Foresight_without_a_price_limit_is_a_warning_and_runs()
    {
        using ConfigSandbox config = new ConfigSandbox().Edit("flags.yaml", "r1_enabled: true", "r1_enabled: false");
        Assert.Equal(
            "config/bitgrid_rules.yaml:19:3: warning: rules.R4: is enabled without R1, so no price limit guards a start. Enable R1 as well, unless starts at any price are meant.\n",
            config.Report());
        Assert.Equal(["R2", "R3", "R4", "R5"], config.Load().Configuration!.Rules.Select(rule => rule.Id));
    }

    [Fact]
    public void A_section_for_a_rule_that_is_not_loaded_names_the_loaded_plugins()
    {
        using ConfigSandbox config = new ConfigSandbox().Edit(Rules, "  R5:", "  QUIET:\n    from_h: 22\n  R5:");
        Assert.Equal(
            "config/bitgrid_rules.yaml:24:3: rules.QUIET: is no rule of a loaded plugin (loaded: bitgrid.devices.mqtt, bitgrid.devices.shelly, bitgrid.devices.simulated, bitgrid.policies, bitgrid.rules). Allowed: R1, R2, R3, R4, R5. Remove it.\n",
            config.Report());
    }

    [Fact]
    public void A_section_for_an_unknown_policy_suggests_the_nearest()
    {
        using ConfigSandbox config = new ConfigSandbox().Edit("policies.yaml", "  hodl-first:", "  hodl_first:");
        Assert.Equal(
            "config/policies.yaml:5:3: policies.hodl_first: is no policy of a loaded plugin (loaded: bitgrid.devices.mqtt, bitgrid.devices.shelly, bitgrid.devices.simulated, bitgrid.policies, bitgrid.rules). Allowed: adaptive, export-first, heat-first, hodl-first. Did you mean hodl-first?\n",
            config.Report());
    }

    [Fact]
    public void A_switch_for_a_rule_that_is_not_loaded_is_refused()
    {
        using ConfigSandbox config = new ConfigSandbox().Edit("flags.yaml", "r5_enabled", "r55_enabled");
        Assert.Equal(
            "config/flags.yaml:7:1: r55_enabled: switches no rule of a loaded plugin (loaded: bitgrid.devices.mqtt, bitgrid.devices.shelly, bitgrid.devices.simulated, bitgrid.policies, bitgrid.rules). Allowed: r1_enabled, r2_enabled, r3_enabled, r4_enabled, r5_enabled. Did you mean r5_enabled?\n",
            config.Report());
    }

    [Fact]
    public void Without_plugins_nothing_starts_and_the_report_says_why()
    {
        using ConfigSandbox config = new();
        ConfigResult result = ConfigLoader.Load(config.Folder, PluginOffers.None);
        Assert.Null(result.Configuration);
        Assert.Contains(result.Faults, fault => fault.Problem.EndsWith("(no plugin is loaded)", StringComparison.Ordinal));
        Assert.Contains(result.Faults, fault => fault.Key == "policy");
    }

    [Fact]
    public void After_an_update_unknown_keys_are_warnings_and_the_rest_runs()
    {
        using ConfigSandbox config = new ConfigSandbox()
            .Edit(Rules, "  R5:", "  QUIET:\n    from_h: 22\n  R5:")
            .Edit(Rules, "surplus_hysteresis_kw: 0.2", "gone_kw: 0.2")
            .Edit("flags.yaml", "r5_enabled", "quiet_enabled");
        ConfigResult result = config.Load(UnknownKeys.Warn);

        Assert.Equal(5, result.Configuration!.Rules.Length);
        Assert.Equal(3, result.Warnings.Count());
        Assert.Contains("config/bitgrid_rules.yaml:7:5: warning: rules.R1.gone_kw: is not a known key.", config.Report(UnknownKeys.Warn), StringComparison.Ordinal);
        Assert.Null(config.Load().Configuration);
    }
}
