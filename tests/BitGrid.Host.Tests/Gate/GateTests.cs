using System.Text.Json.Nodes;
using System.Xml.Linq;
using BitGrid.Host.Cli;
using BitGrid.Host.Tests.Cli;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Gate;

[Trait("Category", "Slow")]
public sealed class GateTests : IDisposable
{
    readonly GateRun _gate = new();

    public void Dispose() => _gate.Dispose();

    [Fact]
    public async Task What_runs_now_passes_its_own_gate()
    {
        (int exitCode, JsonObject json) = await _gate.JudgeAsync();

        Assert.Equal(ExitCode.Fine, exitCode);
        Assert.Empty(GateRun.Ids(json, "failed"));
        Assert.Empty(json["changes"]!.AsArray());
        Assert.All(["kpi:regret_pct", "kpi:decision_latency_ms", "kpi:path_traceability_pct"], id => Assert.Contains(id, GateRun.Ids(json, "passed")));
        Assert.Equal(("2025-06-01", "2025-06-30"), (json["from"]!.GetValue<string>(), json["to"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("hold_blocks: 2", "hold_blocks: 0", "kpi:switches_per_day", "2025-06-14", "rules.R5.hold_blocks 2 → 0 (bitgrid_rules.yaml:25)")]
    [InlineData("t_stop_c: 85", "t_stop_c: 94", "kpi:thermal_incidents", "2025-06-21", "rules.R3.t_stop_c 85 → 94 (bitgrid_rules.yaml:15)")]
    [InlineData("soc_stop_pct: 35", "soc_stop_pct: 5", "kpi:reserve_breaches", "2025-06-08", "rules.R2.soc_stop_pct 35 → 5 (bitgrid_rules.yaml:10)")]
    public async Task A_harmful_edit_is_refused_with_the_figure_the_days_and_the_key(string from, string to, string id, string day, string key)
    {
        (int exitCode, JsonObject json) = await _gate.With(from, to).JudgeAsync();

        JsonObject finding = GateRun.Findings(json, "failed").Single(finding => finding["id"]!.GetValue<string>() == id);
        Assert.Equal(ExitCode.CheckFailed, exitCode);
        Assert.Contains(day, finding["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(key, finding["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(day, finding["days"]!.AsArray().Select(worse => worse!["date"]!.GetValue<string>()));
        Assert.Equal([key.Split(' ')[0]], finding["settings"]!.AsArray().Select(setting => setting!.GetValue<string>()));
    }

    [Fact]
    public async Task The_reasons_come_first()
    {
        CommandRun run = await _gate.With("t_stop_c: 85", "t_stop_c: 94").RunAsync();

        string reasons = run.Output[..run.Output.IndexOf("\n\n", StringComparison.Ordinal)];
        Snapshot.Match(reasons);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task A_limit_that_the_candidate_raises_for_itself_does_not_help_it()
    {
        _gate.With("t_stop_c: 85", "t_stop_c: 94").Candidate.Edit("gates.yaml", "hot_c: 88", "hot_c: 120");

        (int exitCode, JsonObject json) = await _gate.JudgeAsync();

        Assert.Equal(ExitCode.CheckFailed, exitCode);
        Assert.Contains("kpi:thermal_incidents", GateRun.Ids(json, "failed"));
    }

    [Fact]
    public async Task A_stricter_limit_is_only_a_change_of_decisions()
    {
        (int _, JsonObject json) = await _gate.With("t_stop_c: 85", "t_stop_c: 80").JudgeAsync();

        Assert.Equal(["change:R3"], GateRun.Ids(json, "failed"));
    }

    [Fact]
    public async Task An_intended_change_passes_once_it_is_accepted_by_name_and_that_is_recorded()
    {
        _gate.With("surplus_min_kw: 1.5", "surplus_min_kw: 1.7");
        (int before, JsonObject refused) = await _gate.JudgeAsync();
        Assert.Equal(["change:R1"], GateRun.Ids(refused, "failed"));
        (int other, _) = await _gate.JudgeAsync("--accept", "change:R2", "--because", "wrong name");
        (int accepted, JsonObject json) = await _gate.JudgeAsync("--accept", "change:R1", "--because", "the miner was too eager");
        (int again, JsonObject later) = await _gate.JudgeAsync();

        Assert.Equal((ExitCode.CheckFailed, ExitCode.CheckFailed, ExitCode.Fine, ExitCode.Fine), (before, other, accepted, again));
        Assert.Equal(["change:R1"], GateRun.Ids(json, "accepted"));
        Assert.Equal("the miner was too eager", later["acceptances"]![0]!["because"]!.GetValue<string>());
        JsonNode line = JsonNode.Parse(Assert.Single(File.ReadAllLines(_gate.PathTo("gate-accepted.jsonl"))))!;
        Assert.Equal(
            ("change:R1", json["candidate"]!["config_hash"]!.GetValue<string>(), Environment.UserName),
            (line["id"]!.GetValue<string>(), line["config_hash"]!.GetValue<string>(), line["by"]!.GetValue<string>()));

        _gate.With("surplus_min_kw: 1.7", "surplus_min_kw: 1.8");
        (int another, _) = await _gate.JudgeAsync();
        Assert.Equal(ExitCode.CheckFailed, another);
    }

    [Fact]
    public async Task What_is_bad_already_stops_no_change_that_does_not_make_it_worse()
    {
        _gate.Now.Edit("bitgrid_rules.yaml", "t_stop_c: 85", "t_stop_c: 94");

        (int exitCode, JsonObject json) = await _gate.With("t_stop_c: 85", "t_stop_c: 94").JudgeAsync();

        Assert.Equal(ExitCode.Fine, exitCode);
        Assert.Equal(["scenario:06-over-temperature-between-ticks", "scenario:06-over-temperature", "kpi:thermal_incidents"], GateRun.Ids(json, "already_now"));
    }

    [Fact]
    public async Task A_faulty_configuration_is_refused_with_all_its_faults()
    {
        CommandRun run = await _gate.With("t_stop_c: 85", "t_stop_c: 950").With("soc_stop_pct: 35", "soc_stop: 35").RunAsync();

        Assert.Equal(ExitCode.CheckFailed, run.ExitCode);
        Assert.Contains("rules.R3.t_stop_c = 950", run.Output, StringComparison.Ordinal);
        Assert.Contains("rules.R2.soc_stop: is not a known key", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_load_that_only_one_of_both_knows_cannot_be_compared_and_is_told()
    {
        _gate.Candidate.Edit("config.yaml", "- id: miner", "- id: other");

        (int _, JsonObject json) = await _gate.JudgeAsync("--days", "2");

        Assert.Equal(["change:load:miner", "change:load:other"], GateRun.Ids(json, "failed"));
    }

    [Fact]
    public async Task Without_recorded_days_the_scenarios_judge_alone_and_that_is_said()
    {
        File.Delete(_gate.Data);

        CommandRun run = await _gate.RunAsync();

        Assert.Equal(ExitCode.Fine, run.ExitCode);
        Assert.Contains("there are no recorded days", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_are_counted_back_from_the_last()
    {
        (int _, JsonObject json) = await _gate.JudgeAsync("--days", "3");

        Assert.Equal(("2025-06-28", "2025-06-30"), (json["from"]!.GetValue<string>(), json["to"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_report_is_one_page_and_the_findings_are_a_junit_file()
    {
        _gate.Candidate.Edit("config.yaml", "name: Sample house", "name: <script>alert(1)</script>");
        await _gate.With("hold_blocks: 2", "hold_blocks: 0").RunAsync("--report", _gate.PathTo("gate.html"), "--junit", _gate.PathTo("gate.xml"));

        string page = File.ReadAllText(_gate.PathTo("gate.html"));
        XElement suite = XElement.Load(_gate.PathTo("gate.xml"));
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("kpi:switches_per_day", StringComparison.Ordinal) < page.IndexOf("<svg", StringComparison.Ordinal));
        Assert.Equal("2", suite.Attribute("failures")!.Value);
        Assert.Equal(2, suite.Elements("testcase").Count(test => test.Element("failure") is not null));
    }

    [Theory]
    [InlineData("nowhere", "there is no such folder or file")]
    [InlineData("", "holds neither a configuration (config.yaml) nor a program (bin/bitgrid) nor plugins (plugins)")]
    public async Task A_candidate_that_is_none_is_bad_input(string name, string message)
    {
        CommandRun run = await CommandRun.Of("gate", "--candidate", name.Length == 0 ? Directory.CreateDirectory(_gate.PathTo("empty")).FullName : name, "--config", _gate.Now.Folder, "--plugins", CommandRun.Plugins);

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
