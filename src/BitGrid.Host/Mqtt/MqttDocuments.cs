using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BitGrid.Engine.Explanation;
using BitGrid.Engine.Intake;
using BitGrid.Engine.Replay;
using BitGrid.Host.Live;
using BitGrid.Host.Recordings.Fields;

namespace BitGrid.Host.Mqtt;

/// <summary>What BitGrid publishes, as JSON in the words of the domain.</summary>
internal static class MqttDocuments
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(EnergyState state) => Bytes(new()
    {
        ["block_id"] = state.Block.Id,
        ["window_start"] = Instant(state.Block.WindowStart),
        ["time"] = Instant(state.Time),
        [ReadingNames.NameOf(Reading.PvPowerW)] = state.PvPowerW,
        [ReadingNames.NameOf(Reading.HouseLoadW)] = state.HouseLoadW,
        [ReadingNames.NameOf(Reading.GridPowerW)] = state.GridPowerW,
        [ReadingNames.NameOf(Reading.BatteryPowerW)] = state.BatteryPowerW,
        [ReadingNames.NameOf(Reading.BatterySocPct)] = state.BatterySocPct,
        ["surplus_w"] = state.SurplusW,
        [ReadingNames.NameOf(Reading.HeatTempC)] = state.HeatTempC,
        [ReadingNames.NameOf(Reading.HeatPowerW)] = state.HeatPowerW,
        [ReadingNames.NameOf(Reading.PriceCtKwh)] = state.PriceCtKwh,
        [ReadingNames.NameOf(Reading.FeedInCtKwh)] = state.FeedInCtKwh,
        [ReadingNames.NameOf(Reading.HashpriceSatsThsDay)] = state.HashpriceSatsThsDay,
        [ReadingNames.NameOf(Reading.BtcPriceEur)] = state.BtcPriceEur,
        [ReadingNames.ForecastSurplusW] = new JsonArray([.. state.ForecastSurplusW.Select(surplusW => JsonValue.Create(surplusW))]),
        [ReadingNames.NameOf(Reading.ForecastConfidence)] = state.ForecastConfidence,
        [RecordingFields.Quality] = RecordingFields.Of(state.Quality),
        ["missing"] = Names(state.Missing),
        [RecordingFields.Stale] = Names(state.Stale),
        [RecordingFields.ConfigHash] = state.ConfigHash,
    });

    public static byte[] Of(TakenDecision decision)
    {
        DecisionRecord record = decision.Record;
        TimeZoneInfo zone = decision.Decision.Situation.Site.TimeZone;
        return Bytes(new()
        {
            ["block_id"] = record.Block.Id,
            ["load_id"] = record.LoadId,
            ["time"] = Instant(record.Time),
            ["trigger"] = Words.Of(record.Trigger),
            ["action"] = Words.Of(record.Action),
            ["reason_code"] = record.Reason.Code,
            ["deciding_rule"] = record.DecidingRule,
            ["running"] = record.NewState.Running,
            ["level"] = record.NewState.Level,
            ["valid_until_block"] = record.ValidUntil.Id,
            ["valid_until"] = Instant(record.ValidUntil.WindowEnd),
            ["explanation"] = Sentences(new Explainer(Language.En, zone).Sentence(record), new Explainer(Language.De, zone).Sentence(record)),
            ["is_override"] = record.IsOverride,
            ["override"] = Running(decision.Row.Override, record.Block) is { } wish ? Wish(wish, record.Block) : null,
            ["command_id"] = record.CommandId,
            [RecordingFields.ConfigHash] = record.ConfigHash,
        });
    }

    public static byte[] Of(HealthEvent happened) => Bytes(new()
    {
        ["time"] = Instant(happened.Time),
        ["level"] = happened.Level switch { HealthLevel.Critical => "critical", HealthLevel.Warning => "warning", _ => "info" },
        ["code"] = happened.Code,
        ["subject"] = happened.Subject,
        ["message"] = happened.Message,
    });

    /// <summary>The wish that holds in a block, or that none does.</summary>
    public static byte[] Of(ManualOverride? wish, Block block) => Bytes(Running(wish, block) is { } running
        ? new JsonObject([KeyValuePair.Create<string, JsonNode?>("active", true), .. Detached(Wish(running, block))])
        : new() { ["active"] = false });

    public static byte[] Of(OverrideAnswer answer) => Bytes(new()
    {
        ["result"] = answer.Result,
        ["in_force"] = answer.InForce,
        ["reason"] = answer.Reason,
        ["override"] = answer.Wish is { } wish ? Wish(wish, wish.FirstBlock) : null,
        ["explanation"] = Sentences(answer.En, answer.De),
    });

    static ManualOverride? Running(ManualOverride? wish, Block block) => wish?.BlocksLeft(block) > 0 ? wish : null;

    static JsonObject Wish(ManualOverride wish, Block block) => new()
    {
        ["run"] = wish.Run,
        ["level"] = wish.Level,
        ["blocks"] = wish.Blocks,
        ["blocks_left"] = wish.BlocksLeft(block),
        ["until"] = Instant(wish.FirstBlock.Plus(wish.Blocks).WindowStart),
    };

    static KeyValuePair<string, JsonNode?>[] Detached(JsonObject from)
    {
        KeyValuePair<string, JsonNode?>[] members = [.. from];
        from.Clear();
        return members;
    }

    static JsonObject Sentences(string en, string de) => new() { ["en"] = en, ["de"] = de };

    static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);

    static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(instant.Millisecond == 0 ? "yyyy-MM-ddTHH:mm:ss'Z'" : "yyyy-MM-ddTHH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    static byte[] Bytes(JsonObject document) => JsonSerializer.SerializeToUtf8Bytes(document, Readable);
}
