using BitGrid.Host.Configuration;

namespace BitGrid.Host.Tests.Configuration;

public sealed class SchemaFaultTests
{
    const string Rules = "bitgrid_rules.yaml";

    [Theory]
    [InlineData("price_max_ct_kwh: cheap", "8:23: rules.R1.price_max_ct_kwh = \"cheap\": is text, but must be a number. Allowed: -500 to 500 ct/kWh, or null. Set it to 18 (the default), for example.")]
    [InlineData("price_max_ct_kwh: 18 ct", "8:23: rules.R1.price_max_ct_kwh = \"18 ct\": is text, but must be a number. Allowed: -500 to 500 ct/kWh, or null. Write 18 alone, without quotes or unit.")]
    [InlineData("price_max_ct_kwh: '18,5'", "8:23: rules.R1.price_max_ct_kwh = \"18,5\": is text, but must be a number. Allowed: -500 to 500 ct/kWh, or null. Write 18.5 alone, without quotes or unit.")]
    [InlineData("price_max_ct_kwh: true", "8:23: rules.R1.price_max_ct_kwh = true: is true or false, but must be a number. Allowed: -500 to 500 ct/kWh, or null. Set it to 18 (the default), for example.")]
    [InlineData("price_max_ct_kwh: [18]", "8:23: rules.R1.price_max_ct_kwh: is a list, but must be a number. Allowed: -500 to 500 ct/kWh, or null. Set it to 18 (the default), for example.")]
    [InlineData("price_max_ct_kwh: 501", "8:23: rules.R1.price_max_ct_kwh = 501: is above the largest allowed value. Allowed: -500 to 500 ct/kWh, or null. Set it to 18 (the default), for example.")]
    [InlineData("price_max_ct_kwh: 1e300", "8:23: rules.R1.price_max_ct_kwh = 1e300: is above the largest allowed value. Allowed: -500 to 500 ct/kWh, or null. Set it to 18 (the default), for example.")]
    [InlineData("price_hysteresis_ct_kwh:", "8:29: rules.R1.price_hysteresis_ct_kwh = null: is empty, but must be a number. Allowed: 0 to 100 ct/kWh. Set it to 1 (the default), for example.")]
    [InlineData("price_limit: 3", "8:5: rules.R1.price_limit: is not a known key. Allowed: surplus_min_kw, surplus_hysteresis_kw, price_max_ct_kwh, price_hysteresis_ct_kwh. Remove it.")]
    [InlineData("PRICE_MAX_CT_KWH: 3", "8:5: rules.R1.PRICE_MAX_CT_KWH: is not a known key. Allowed: surplus_min_kw, surplus_hysteresis_kw, price_max_ct_kwh, price_hysteresis_ct_kwh. Did you mean price_max_ct_kwh?")]
    [InlineData("a.b: 3", "8:5: rules.R1.\"a.b\": is not a known key. Allowed: surplus_min_kw, surplus_hysteresis_kw, price_max_ct_kwh, price_hysteresis_ct_kwh. Remove it.")]
    public void A_setting_that_does_not_fit_is_one_message(string line, string message) =>
        One(Rules, "price_max_ct_kwh: 18", line, message);

    [Theory]
    [InlineData("horizon_blocks: 1.5", "20:21: rules.R4.horizon_blocks = 1.5: is a number with decimals, but must be a whole number. Allowed: whole numbers from 1 to 144 blocks. Set it to 3 (the default), for example.")]
    [InlineData("horizon_blocks: 99999999999999999999", "20:21: rules.R4.horizon_blocks = 99999999999999999999: is a number too large to count with, but must be a whole number. Allowed: whole numbers from 1 to 144 blocks. Set it to 3 (the default), for example.")]
    [InlineData("horizon_blocks: 144.5", "20:21: rules.R4.horizon_blocks = 144.5: is a number with decimals, but must be a whole number. Allowed: whole numbers from 1 to 144 blocks. Set it to 3 (the default), for example.")]
    [InlineData("horizon_blocks: 9999999999", "20:21: rules.R4.horizon_blocks = 9999999999: is above the largest allowed value. Allowed: whole numbers from 1 to 144 blocks. Set it to 3 (the default), for example.")]
    public void A_count_is_a_whole_number(string line, string message) => One(Rules, "horizon_blocks: 3", line, message);

    [Fact]
    public void A_whole_number_may_be_written_with_a_point()
    {
        using ConfigSandbox config = new ConfigSandbox().Edit(Rules, "horizon_blocks: 3", "horizon_blocks: 2.0");
        Assert.Contains(config.Load().Configuration!.Settings, setting => setting is { Key: "rules.R4.horizon_blocks", Value: "2" });
    }

    [Theory]
    [InlineData("id: miner", "kind: miner", "12:5: loads[0].id: is missing. Allowed: text of the form ^[a-z][a-z0-9_-]{0,31}$. Add 'id:' to loads[0].")]
    [InlineData("id: miner", "id: Miner 1", "12:9: loads[0].id = \"Miner 1\": does not have the required form. Allowed: text of the form ^[a-z][a-z0-9_-]{0,31}$. Stable name of the load: lower case letters, digits, _ and -, beginning with a letter.")]
    [InlineData("kind: miner", "kind: minr", "13:11: loads[0].kind = \"minr\": is none of the allowed words. Allowed: miner or heater. Did you mean miner?")]
    [InlineData("temperature: always", "temperature: sometimes", "16:18: loads[0].temperature = \"sometimes\": is none of the allowed words. Allowed: always, while_running or none. Set it to always, for example.")]
    [InlineData("[800, 1300, 1650]", "[]", "14:15: loads[0].levels_w: has too few entries. Allowed: a list of 1 to 20 numbers in W. Add what is missing.")]
    [InlineData("[800, 1300, 1650]", "800", "14:15: loads[0].levels_w = 800: is a whole number, but must be a list. Allowed: a list of 1 to 20 numbers in W. Write it as a list in square brackets.")]
    [InlineData("[800, 1300, 1650]", "[800, x, 1650]", "14:21: loads[0].levels_w[1] = \"x\": is text, but must be a number. Write a number, or leave it out.")]
    [InlineData("name: Sample house", "name: 12", "4:9: site.name = 12: is a whole number, but must be text. Allowed: text of 0 to 100 characters. Put it in quotes: \"12\".")]
    [InlineData("battery: true", "battery: 1", "8:12: site.battery = 1: is a whole number, but must be true or false. Set it to true (the default), for example.")]
    [InlineData("feed_in_ct_kwh: 8.1", "heat_limit_c: 121", "10:17: site.heat_limit_c = 121: is above the largest allowed value. Allowed: 0 to 120 °C, or null. Set it to 120, for example.")]
    [InlineData("autonomy: full", "autonomy: ful", "18:11: autonomy = \"ful\": is none of the allowed words. Allowed: full, semi or manual. Did you mean full?")]
    public void A_fault_in_the_site_is_one_message(string from, string to, string message)
    {
        using ConfigSandbox config = new();
        if (to == "kind: miner")
            config.Edit("config.yaml", "    kind: miner\n", "");
        config.Edit("config.yaml", from, to);
        Assert.Equal($"config/config.yaml:{message}\n", config.Report());
    }

    [Fact]
    public void A_file_without_its_main_key_says_which_one_is_missing()
    {
        using ConfigSandbox config = new ConfigSandbox().Write("config.yaml", "site:\n  name: x\n");
        Assert.StartsWith("config/config.yaml:1:1: loads: is missing. Allowed: a list of 1 to 16 sections. Add 'loads:' at the left margin.", config.Report(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_a_list_is_one_message()
    {
        using ConfigSandbox config = new ConfigSandbox().Write("config.yaml", "- a\n");
        Assert.Equal(
            "config/config.yaml:1:1: is a list, but must be a section. Allowed: a section with the keys site, loads, autonomy, max_override_blocks, mqtt, storage, backup, web, log, simulation, devices. Write its keys on the lines below it, indented by two spaces.\n",
            config.Report());
    }

    [Theory]
    [InlineData("30", "soc_stop_pct: -0.1", 1)]
    [InlineData("30", "soc_stop_pct: 0", 0)]
    [InlineData("30", "soc_stop_pct: 0.1", 0)]
    [InlineData("100", "soc_stop_pct: 99.9", 0)]
    [InlineData("100.0", "soc_stop_pct: 35", 0)]
    [InlineData("100.1", "soc_stop_pct: 35", 1)]
    public void A_range_includes_its_ends(string resume, string stop, int faults)
    {
        using ConfigSandbox config = new ConfigSandbox().Edit(Rules, "soc_stop_pct: 35", stop).Edit(Rules, "soc_resume_pct: 45", "soc_resume_pct: " + resume);
        Assert.Equal(faults, config.Load().Faults.Length);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(144, 0)]
    [InlineData(145, 1)]
    public void A_range_of_whole_numbers_includes_its_ends(int blocks, int faults)
    {
        using ConfigSandbox config = new ConfigSandbox().Edit("config.yaml", "max_override_blocks: 3", $"max_override_blocks: {blocks}");
        Assert.Equal(faults, config.Load().Faults.Length);
    }

    [Fact]
    public void Text_made_to_confuse_the_reader_is_shown_escaped_in_one_line()
    {
        using ConfigSandbox config = new ConfigSandbox().Edit(Rules, "price_max_ct_kwh: 18", """
            "{0}\n\e[31m\u202E\"}": "{1}\r\n%s"
            """);
        string report = config.Report();
        Assert.Equal("config/bitgrid_rules.yaml:8:5: rules.R1.\"{0}\\n\\u001B[31m\\u202E\\\"}\": is not a known key. Allowed: surplus_min_kw, surplus_hysteresis_kw, price_max_ct_kwh, price_hysteresis_ct_kwh. Remove it.\n", report);
    }

    [Fact]
    public void A_long_value_is_cut()
    {
        using ConfigSandbox config = new ConfigSandbox().Edit(Rules, "price_max_ct_kwh: 18", "price_max_ct_kwh: " + new string('x', 10_000));
        Assert.InRange(config.Report().Length, 100, 400);
    }

    static void One(string file, string from, string to, string message)
    {
        using ConfigSandbox config = new ConfigSandbox().Edit(file, from, to);
        Assert.Equal($"config/{file}:{message}\n", config.Report());
    }
}
