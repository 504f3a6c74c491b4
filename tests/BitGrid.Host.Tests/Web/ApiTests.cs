using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BitGrid.Host.Live;
using BitGrid.Host.Store;
using BitGrid.Host.Tests.Cli;
using BitGrid.Host.Tests.Recordings;
using DuckDB.NET.Data;

namespace BitGrid.Host.Tests.Web;

/// <summary>A house is asked over HTTP while it lives.</summary>
[Trait("Category", "Slow")]
public sealed class ApiTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    static readonly HttpMethod Post = HttpMethod.Post;

    readonly WebHouse _house = shared.House;

    [Fact]
    public async Task The_state_tells_what_is_measured_and_what_each_load_does_and_why()
    {
        JsonNode state = await _house.GetAsync("state");
        Assert.Equal(_house.House.ConfigHash, Text(state["config_hash"]));
        Assert.NotNull(state["state"]!["pv_power_w"]);
        Assert.Equal(["miner"], state["loads"]!.AsArray().Select(load => Text(load!["load_id"])));
        Assert.Matches(".+: .+\\.", Text(state["loads"]![0]!["decision"]!["explanation"]!["de"]));
        Assert.Contains(state["readings"]!.AsArray(), reading => Text(reading!["reading"]) == "grid_power_w" && Text(reading["state"]) == "fresh");
    }

    [Fact]
    public async Task The_timeline_goes_page_by_page_without_a_gap_or_a_twin_and_can_be_filtered()
    {
        await _house.DecisionsAsync(20);
        string until = Text((await _house.GetAsync("state"))["block_id"]);
        List<string> seen = [];
        string? next = until;
        while (next is not null)
        {
            JsonNode page = await _house.GetAsync($"timeline?limit=4&until={next}");
            seen.AddRange(page["decisions"]!.AsArray().Select(decision => $"{decision!["block_id"]} {decision["load_id"]} {decision["trigger"]} {decision["time"]}"));
            next = page["next_until"]?.ToString();
        }

        StoredDecision[] kept = [.. new Timeline(Database).Decisions(default).Where(decision => decision.Block.Id < long.Parse(until, CultureInfo.InvariantCulture))];
        Assert.Equal(kept.Length, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct(StringComparer.Ordinal).Count());

        JsonNode starts = await _house.GetAsync("timeline?action=Start");
        Assert.All(starts["decisions"]!.AsArray(), decision => Assert.Equal("Start", Text(decision!["action"])));
        Assert.NotEmpty(starts["decisions"]!.AsArray());
    }

    [Fact]
    public async Task A_block_tells_every_vote_its_state_and_the_record_word_for_word()
    {
        StoredDecision kept = new Timeline(Database).LatestDecisions(1)[0];
        JsonNode block = await _house.GetAsync($"decisions/{kept.Block.Id}");
        JsonNode decision = block["decisions"]![0]!;
        Assert.Equal(kept.Line, decision["record"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(["DATA", "R3", "R2", "OVERRIDE", "R5", "R1", "R4"], decision["votes"]!.AsArray().Select(vote => Text(vote!["rule"])));
        Assert.NotNull(decision["state"]!["pv_power_w"]);
        await RefusedAsync(HttpStatusCode.NotFound, "decisions/1");
        await RefusedAsync(HttpStatusCode.BadRequest, "decisions/yesterday");
    }

    [Fact]
    public async Task A_question_what_if_is_answered_and_changes_nothing()
    {
        int overrides = new Timeline(Database).LatestOverrides(100).Count;
        JsonNode dry = await AskAsync("""{"changes": {"battery_soc_pct": 20}}""");
        Assert.Equal("R2", Text(dry["next"]!["deciding_rule"]));
        JsonNode hot = await AskAsync("""{"load_id": "miner", "changes": {"temp_c": 94}}""");
        Assert.Equal("R3", Text(hot["next"]!["deciding_rule"]));
        for (int i = 0; i < 50; i++)
            await AskAsync("""{"changes": {"battery_soc_pct": 20, "temp_c": 94}}""");

        await _house.DecisionsAsync(3);
        Assert.Equal(overrides, new Timeline(Database).LatestOverrides(100).Count);
        Assert.DoesNotContain(new Timeline(Database).LatestDecisions(1000), decision => decision.ReasonCode is "R2_SOC_LOW" or "R3_TOO_HOT");
        Assert.DoesNotContain(_house.House.Health.Problems, problem => problem.Code == "rule_quarantined");
        await RefusedAsync(HttpStatusCode.BadRequest, "preview", """{"changes": {"moon": 1}}""", "surplus_kw");
        await RefusedAsync(HttpStatusCode.BadRequest, "preview", """{"changes": {}}""", "1 to 20");
        await RefusedAsync(HttpStatusCode.NotFound, "preview", """{"load_id": "sauna", "changes": {"temp_c": 1}}""", "miner");
    }

    [Fact]
    public async Task An_override_holds_is_shown_and_taken_back_and_one_that_cannot_be_is_refused_with_the_reason()
    {
        JsonNode granted = await PostAsync("loads/miner/override", """{"run": false, "blocks": 3}""");
        Assert.True(granted["in_force"]!.GetValue<bool>());
        Assert.Contains("Bleibt bis", Text(granted["explanation"]!["de"]), StringComparison.Ordinal);
        Assert.Contains(new Timeline(Database).LatestOverrides(10), request => request is { Source: "api", LoadId: "miner", Wish.Run: false, Refusal: null });

        using (HttpResponseMessage back = await WebHouse.SendAsync(_house.Client, HttpMethod.Delete, "loads/miner/override"))
            Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        await RefusedAsync(HttpStatusCode.Conflict, "loads/miner/override", """{"run": true, "blocks": 4}""", "1 to 3");
        await RefusedAsync(HttpStatusCode.Conflict, "loads/miner/override", """{"run": true, "level": 9}""", "0 (as the surplus carries) to 3");
        await RefusedAsync(HttpStatusCode.NotFound, "loads/sauna/override", """{"run": true}""", "miner");
        await RefusedAsync(HttpStatusCode.BadRequest, "loads/miner/override", """{"run": "yes"}""", "$.run");
        await RefusedAsync(HttpStatusCode.BadRequest, "loads/miner/override", """{"blocks": 1}""", "body");
    }

    [Fact]
    public async Task News_come_as_a_stream_once_they_are_on_the_disk()
    {
        using Stream stream = await _house.Client.GetStreamAsync(new Uri("api/v1/events", UriKind.Relative));
        using StreamReader lines = new(stream);
        List<string> decisions = [];
        while (decisions.Count < 3)
        {
            string? line = await lines.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
            if (line == "event: decision")
                decisions.Add((await lines.ReadLineAsync())!["data: ".Length..]);
        }

        string[] kept = [.. new Timeline(Database).LatestDecisions(1000).Select(decision => decision.Block.Id.ToString(CultureInfo.InvariantCulture))];
        Assert.All(decisions, decision => Assert.Contains(JsonNode.Parse(decision)!["block_id"]!.ToString(), kept));
    }

    [Fact]
    public async Task Who_has_an_answer_already_is_told_that_nothing_has_changed()
    {
        using HttpResponseMessage first = await _house.Client.GetAsync(new Uri("api/v1/config", UriKind.Relative));
        using HttpResponseMessage second = await WebHouse.SendAsync(_house.Client, HttpMethod.Get, "config", body: null, ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        using HttpResponseMessage other = await WebHouse.SendAsync(_house.Client, HttpMethod.Get, "config", body: null, ("If-None-Match", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task An_export_is_read_by_DuckDB_and_replayed_to_the_same_decisions()
    {
        await _house.DecisionsAsync(5);
        using TemporaryFolder folder = new();
        string until = Text((await _house.GetAsync("state"))["block_id"]);
        foreach (string format in new[] { "csv", "parquet" })
            await File.WriteAllBytesAsync(folder["export." + format], await _house.Client.GetByteArrayAsync(new Uri($"api/v1/export?format={format}&until={until}", UriKind.Relative)));

        int kept = new Timeline(Database).Decisions(default).Count(decision => decision.Block.Id < long.Parse(until, CultureInfo.InvariantCulture));
        Assert.Equal(kept, Ask($"SELECT count(*) FROM '{folder["export.parquet"]}'"));
        Assert.Equal(kept, Ask($"SELECT count(*) FROM '{folder["export.csv"]}'"));
        CommandRun replay = await CommandRun.Of("replay", "--input", folder["export.parquet"], "--config", _house.Config, "--plugins", CommandRun.Plugins, "--verify", "--format", "jsonl");
        Assert.True(replay.ExitCode == 0, replay.Error);
        await RefusedAsync(HttpStatusCode.BadRequest, "export?format=xml", explanation: "csv, parquet");
        await RefusedAsync(HttpStatusCode.BadRequest, "export?since=2020-01-01T00:00:00Z", explanation: "366 days");
    }

    [Fact]
    public async Task Figures_are_of_what_was_decided_by_day_and_configuration()
    {
        JsonNode kpis = await _house.GetAsync("kpis");
        Assert.True(kpis["period"]!["decisions"]!.GetValue<long>() >= 3);
        Assert.Equal("2025-06-08", Text(kpis["days"]![0]!["date"]));
        Assert.Equal(_house.House.ConfigHash, Text(kpis["configs"]![0]!["config_hash"]));
        Assert.Equal(100, kpis["period"]!["explanation_coverage_pct"]!.GetValue<double>());
    }

    [Fact]
    public async Task A_problem_is_acknowledged_and_goes_on()
    {
        _house.House.Health.Raise(HealthLevel.Warning, "test", "<b>subject</b>", "A test.");
        await RefusedAsync(HttpStatusCode.NotFound, "events/acknowledge", """{"code": "other"}""", "no such problem");
        using (HttpResponseMessage answer = await WebHouse.SendAsync(_house.Client, Post, "events/acknowledge", """{"code": "test", "subject": "<b>subject</b>"}"""))
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        JsonNode problem = (await _house.GetAsync("health"))["problems"]!.AsArray().Single(problem => Text(problem!["code"]) == "test")!;
        Assert.True(problem["acknowledged"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("state?fresh=1", "no parameter")]
    [InlineData("timeline?limit=0", "1 to 1000")]
    [InlineData("timeline?limit=1001", "1 to 1000")]
    [InlineData("timeline?limit=ten", "1 to 1000")]
    [InlineData("timeline?action=start", "Start")]
    [InlineData("timeline?since=soon", "no block")]
    [InlineData("timeline?limit=1&limit=2", "exactly one")]
    [InlineData("events/past?limit=-1", "1 to 1000")]
    [InlineData("kpis?since=2025-01-01T00:00:00Z&until=2025-12-01T00:00:00Z", "92 days")]
    [InlineData("kpis?since=2025-06-09T00:00:00Z&until=2025-06-08T00:00:00Z", "92 days")]
    public Task A_wrong_parameter_is_refused_with_what_is_allowed(string path, string explanation) => RefusedAsync(HttpStatusCode.BadRequest, path, explanation: explanation);

    static readonly Func<JsonNode?, string> Text = node => node!.ToString();

    string Database => Host.Recordings.DataFolder.DatabaseIn(_house.Data);

    async Task<JsonNode> AskAsync(string question) => await PostAsync("preview", question);

    async Task<JsonNode> PostAsync(string path, string body)
    {
        using HttpResponseMessage answer = await WebHouse.SendAsync(_house.Client, Post, path, body);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    async Task RefusedAsync(HttpStatusCode status, string path, string? body = null, string explanation = "", HttpMethod? method = null)
    {
        using HttpResponseMessage answer = await WebHouse.SendAsync(_house.Client, method ?? (body is null ? HttpMethod.Get : Post), path, body);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(explanation, (await answer.Content.ReadFromJsonAsync<JsonNode>())!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    static long Ask(string sql)
    {
        using DuckDBConnection duck = new("DataSource=:memory:");
        duck.Open();
        using DuckDBCommand command = duck.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
