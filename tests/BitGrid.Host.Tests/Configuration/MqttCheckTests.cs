namespace BitGrid.Host.Tests.Configuration;

public sealed class MqttCheckTests
{
    const string House = "  embedded: false\n";

    [Theory]
    [InlineData("  tls: true\n", "21:8: mqtt.tls = true: belongs to a broker of the house, but BitGrid brings its own. Set mqtt.embedded to false to use the broker of the house, or remove tls.")]
    [InlineData("  host: 192.168.1.5\n", "21:9: mqtt.host = \"192.168.1.5\": belongs to a broker of the house, but BitGrid brings its own. Set mqtt.embedded to false to use the broker of the house, or remove host.")]
    [InlineData(House + "  password_file: secrets/mqtt\n", "22:18: mqtt.password_file = \"secrets/mqtt\": stands without user. Allowed: both or neither. Add the user that the password belongs to, or remove password_file.")]
    [InlineData(House + "  ca_file: ca.pem\n", "22:12: mqtt.ca_file = \"ca.pem\": stands without tls: true. Allowed: both or neither. Set mqtt.tls to true, and check that mqtt.port is the one for TLS (usually 8883); or remove ca_file.")]
    public void Settings_of_the_connection_belong_together(string mqtt, string message) => Assert.Equal($"config/config.yaml:{message}\n", Report(mqtt));

    [Theory]
    [InlineData("reading: pv_power_w, unit: kw", "22:45: mqtt.topics[0].unit = \"kw\": is no unit that pv_power_w comes in. Allowed: W, kW, MW. Did you mean kW?")]
    [InlineData("reading: price_ct_kwh, unit: USD", "22:47: mqtt.topics[0].unit = \"USD\": is no unit that price_ct_kwh comes in. Allowed: ct/kWh, EUR/kWh, EUR/MWh. Write one of them, or remove the key: then the first counts.")]
    [InlineData("reading: miner_temp_c, load: mine", "22:47: mqtt.topics[0].load = \"mine\": is no load of this house. Allowed: miner. Did you mean miner?")]
    [InlineData("reading: heat_power_w, load: miner", "22:47: mqtt.topics[0].load = \"miner\": stands with heat_power_w, which is a reading of the house and of no load. Remove the key.")]
    public void A_topic_brings_what_there_is(string topic, string message) =>
        Assert.Equal($"config/config.yaml:{message}\n", Report($"  topics:\n    - {{topic: a, {topic}}}\n"));

    [Fact]
    public void A_reading_comes_once_from_a_place() => Assert.Equal(
        "config/config.yaml:24:7: mqtt.topics[2]: brings the same reading from the same place as the entry of line 22. Allowed: each reading once from a place. Remove one of the two.\n",
        Report("  topics:\n    - {topic: a, json_path: p, reading: pv_power_w}\n    - {topic: a, json_path: q, reading: pv_power_w}\n    - {topic: a, json_path: p, reading: pv_power_w}\n"));

    [Fact]
    public void A_reading_that_does_not_exist_is_reported_once() =>
        Assert.Contains("mqtt.topics[0].reading", Assert.Single(Report("  topics:\n    - {topic: a, reading: pv, unit: parsec, load: mine}\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

    [Fact]
    public void A_whole_connection_has_no_fault() => Assert.Equal("", Report(
        House + "  host: broker.lan\n  port: 8883\n  tls: true\n  ca_file: ca.pem\n  user: bitgrid\n  password_file: secrets/mqtt\n  overrides: true\n"
        + "  topics:\n    - {topic: meter, json_path: ENERGY.Power, reading: grid_power_w, unit: kW, invert: true}\n    - {topic: t, reading: miner_temp_c, load: miner, unit: °F}\n"));

    static string Report(string mqtt)
    {
        using ConfigSandbox config = new ConfigSandbox().Edit("config.yaml", "max_override_blocks: 3\n", $"max_override_blocks: 3\nmqtt:\n{mqtt}");
        return config.Report();
    }
}
