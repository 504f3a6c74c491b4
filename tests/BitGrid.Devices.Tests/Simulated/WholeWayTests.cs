using BitGrid.Devices.Mqtt;
using BitGrid.Testing;
using BitGrid.TestKit;

namespace BitGrid.Devices.Tests.Simulated;

/// <summary>The simulated house and the driver that switches its miner, wired as in the shipped configuration.</summary>
public sealed class WholeWayTests
{
    static readonly MqttLoadOptions Miner = new()
    {
        Load = "miner",
        CommandTopic = "house/miner/set",
        LevelPayloads = ["1", "2", "3"],
        StateTopic = "house/miner/state",
    };

    [Fact]
    public async Task A_command_goes_to_the_miner_and_what_it_does_comes_back()
    {
        RecordingTelemetry telemetry = new();
        await using RunningHouse house = new(new(2025, 6, 8, 11, 0, 0, TimeSpan.Zero));
        MqttLoad device = new(Miner, Some.Device(house.Clock, house.Bus, telemetry));
        _ = device.RunAsync(CancellationToken.None);
        foreach (int level in new[] { 2, 3, 0 })
        {
            await device.SwitchAsync(Some.Command(level), CancellationToken.None);
            await house.GoOnAsync(TimeSpan.FromSeconds(10));
        }

        Assert.Equal([new("miner", Running: true, 2), new("miner", Running: true, 3), new("miner", Running: false)], telemetry.LoadReports);
    }

    [Fact]
    public void The_plugin_brings_its_models_along_and_not_the_contracts()
    {
        string manifest = File.ReadAllText(RepositoryRoot.PathTo("artifacts/plugins/bitgrid.devices.simulated/plugin.yaml"));

        Assert.Matches("""name: "BitGrid\.Simulation\.dll", sha256: [0-9a-f]{64} """, manifest);
        Assert.DoesNotContain("BitGrid.Abstractions", manifest, StringComparison.Ordinal);
    }
}
