using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using BitGrid.Host.Live;
using BitGrid.Host.Mqtt;
using BitGrid.Testing;

namespace BitGrid.Host.Tests.Mqtt;

public sealed class OverrideTopicTests
{
    static readonly SiteProfile Site = Some.Site(timeZone: TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
    static readonly string Load = Site.Loads[0].Id;

    [Theory]
    [InlineData("""{"run": true, "level": 1, "blocks": 2}""", true, 1, 2)]
    [InlineData("""{"run": false}""", false, 0, null)]
    [InlineData("on", true, 0, null)]
    [InlineData(" OFF\n", false, 0, null)]
    [InlineData("auto", null, 0, null)]
    [InlineData("""{"cancel": true}""", null, 0, null)]
    public void A_wish_is_a_word_or_json(string payload, bool? run, int level, int? blocks) =>
        Assert.Equal(new OverrideCommand(run, level, blocks), OverrideCommand.Read(Encoding.UTF8.GetBytes(payload)));

    [Theory]
    [InlineData("")]
    [InlineData("yes")]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("[true]")]
    [InlineData("""{"level": 1}""")]
    [InlineData("""{"run": "true"}""")]
    [InlineData("""{"run": 1}""")]
    [InlineData("""{"run": true, "block": 5}""")]
    [InlineData("""{"run": true, "run": false}""")]
    [InlineData("""{"run": true, "blocks": 1.5}""")]
    [InlineData("""{"run": true, "blocks": null}""")]
    [InlineData("""{"run": true, "blocks": 99999999999}""")]
    [InlineData("""{"cancel": false}""")]
    [InlineData("""{"cancel": true, "run": true}""")]
    [InlineData("{\"run\": true")]
    public void Half_a_wish_is_none(string payload) => Assert.Null(OverrideCommand.Read(Encoding.UTF8.GetBytes(payload)));

    [Fact]
    public void A_message_without_end_is_not_read() => Assert.Null(OverrideCommand.Read(Encoding.UTF8.GetBytes("on" + new string(' ', 2000))));

    [Fact]
    public async Task Each_wish_gets_its_answer_in_both_languages()
    {
        await using EmbeddedBroker broker = await EmbeddedBroker.StartAsync(0);
        await using Neighbour neighbour = await Neighbour.AtAsync(broker.Port);
        // A wish that the broker kept from yesterday.
        await neighbour.SayAsync($"bitgrid/{Load}/override/set", "off", retain: true);
        await using BusScenario house = new(broker.Port);
        await using MqttPublisher publisher = new(house.Bus, "bitgrid");
        Wishes wishes = new();
        using OverrideTopic topic = new("bitgrid", Site, maxBlocks: 3, house.Bus, wishes, publisher);
        await house.ConnectAsync();

        Assert.Equal(
            ("granted", "Runs until 12:30 if battery and safety allow it.", "Läuft bis 12:30, wenn Akku und Sicherheit es zulassen."),
            await AnswerAsync(neighbour, Load, "on"));
        Assert.Equal(("granted", "Stays off until 12:10.", "Bleibt bis 12:10 aus."), await AnswerAsync(neighbour, Load, """{"run": false, "blocks": 1}"""));
        Assert.Equal(("refused", "Refused: at most 3 blocks.", "Abgelehnt: at most 3 blocks."), await AnswerAsync(neighbour, Load, """{"run": true, "blocks": 9}"""));
        Assert.Equal(("taken_back", "BitGrid decides by itself again.", "BitGrid entscheidet wieder selbst."), await AnswerAsync(neighbour, Load, "auto"));
        (string result, string en, _) = await AnswerAsync(neighbour, Load, "perhaps");
        Assert.Equal(("refused", "Refused: \"perhaps\" is no wish; expected: on, off, auto, {\"run\": true, \"level\": 0, \"blocks\": 2} or {\"cancel\": true}."), (result, en));
        (result, en, _) = await AnswerAsync(neighbour, "sauna", "on");
        Assert.Equal(("refused", $"Refused: there is no load of this name; loads: {Load}."), (result, en));

        Assert.Equal([$"mqtt {Load} True 0 3", $"mqtt {Load} False 0 1", $"mqtt {Load} True 0 9", $"mqtt {Load} back"], wishes.Asked);
    }

    static async Task<(string Result, string En, string De)> AnswerAsync(Neighbour neighbour, string load, string wish)
    {
        neighbour.Heard.Clear();
        await neighbour.SayAsync($"bitgrid/{load}/override/set", wish);
        using JsonDocument answer = JsonDocument.Parse(await neighbour.HearsAsync($"bitgrid/{load}/override/result"));
        JsonElement said = answer.RootElement.GetProperty("explanation");
        return (answer.RootElement.GetProperty("result").GetString()!, said.GetProperty("en").GetString()!, said.GetProperty("de").GetString()!);
    }

    /// <summary>Grants up to three blocks from <see cref="Some.Block"/> on.</summary>
    sealed class Wishes : IOverrides
    {
        public ConcurrentQueue<string> Asked { get; } = [];

        public OverrideRequest Ask(string source, string loadId, bool run, int level, int blocks)
        {
            Asked.Enqueue($"{source} {loadId} {run} {level} {blocks}");
            return new(Some.Block.WindowStart, loadId, source, new ManualOverride(run, level, Some.Block, blocks), blocks > 3 ? "at most 3 blocks" : null);
        }

        public OverrideRequest TakeBack(string source, string loadId)
        {
            Asked.Enqueue($"{source} {loadId} back");
            return new(Some.Block.WindowStart, loadId, source, Wish: null, Refusal: null);
        }
    }
}
