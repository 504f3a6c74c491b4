using System.Globalization;
using BitGrid.Host.Tests.Mqtt;
using MQTTnet.Protocol;

namespace BitGrid.Host.Tests.Faults;

[Trait("Category", "Slow")]
public sealed class FloodTests
{
    const int PerSecond = 10_000;
    const int AtOnce = 250;
    const int RoomKb = 120 * 1024;

    static readonly int Seconds = Environment.GetEnvironmentVariable("BITGRID_LONG") == "1" ? 60 : 4;
    static readonly string[] Topics = ["house/pv/power_w", "house/load/power_w", "house/grid/power_w", "house/miner/temp_c", "house/nobody/listens"];

    [Fact]
    public async Task Ten_thousand_messages_a_second_fill_no_memory_and_delay_no_block()
    {
        using HouseProcess house = new HouseProcess().Start("1");
        await house.DecisionsAsync(2);
        await using Neighbour neighbour = await Neighbour.AtAsync(house.MqttPort, "none");
        int before = house.ResidentKb;

        for (int sent = 0; sent < Seconds * PerSecond; sent += AtOnce)
        {
            Task pace = Task.Delay(TimeSpan.FromSeconds((double)AtOnce / PerSecond));
            for (int i = 0; i < AtOnce; i++)
                await neighbour.SayAsync(Topics[i % Topics.Length], (40 + (i % 30)).ToString(CultureInfo.InvariantCulture), quality: MqttQualityOfServiceLevel.AtMostOnce);
            await pace;
        }

        Assert.InRange(house.ResidentKb, 0, before + RoomKb);
        await house.DecisionsAsync(house.DecisionLines.Count + 2);
        long[] blocks = [.. house.Timeline.Decisions(default).Where(decision => decision.Trigger is "BlockTick" or "Startup").Select(decision => decision.Block.Id)];
        Assert.InRange(blocks.Length, 4, int.MaxValue);
        Assert.Equal(blocks.Select((_, i) => blocks[0] + i), blocks);
        Assert.NotEqual("dead", (await house.HealthAsync())["status"]!.GetValue<string>());
    }
}
