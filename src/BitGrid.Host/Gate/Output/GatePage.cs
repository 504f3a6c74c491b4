using System.Globalization;
using BitGrid.Host.Reports;
using BitGrid.Host.Reports.Charts;

namespace BitGrid.Host.Gate.Output;

/// <summary>The judgement as a page: failures and reasons first, then figures, charts, decisions that differ, and the scenarios.</summary>
internal static class GatePage
{
    const int MostEpisodesShown = 200;
    const int MostDaysShown = 62;
    static readonly GateKpi[] Charted = [GateKpi.Switches, GateKpi.GridImport, GateKpi.ReserveBreaches, GateKpi.ThermalIncidents, GateKpi.Regret];

    /// <summary>The page.</summary>
    public static HtmlReport Of(GateResult result)
    {
        HtmlReport page = new HtmlReport("BitGrid gate")
            .Paragraph(GateWords.Headline(result), result.Passes ? Tone.Good : Tone.Bad)
            .Paragraph(GateWords.Subject(result))
            .Paragraph($"Recorded days: {GateWords.Period(result)}.");
        foreach (string note in result.Notes)
            page.Paragraph(note, Tone.Muted);
        AddFailures(page, result);
        AddFigures(page, result);
        AddChanges(page, result);
        AddScenarios(page, result);
        return page;
    }

    static void AddFailures(HtmlReport page, GateResult result)
    {
        GateFinding[] told = [.. result.Findings.Where(finding => finding.Verdict is GateVerdict.Failed or GateVerdict.Accepted or GateVerdict.AlreadyNow)];
        if (told.Length > 0)
            page.Heading("Failures and what is behind them").Add(new ReportTable("Failed first, then what was accepted, then what is so already now", ["verdict", "name", "what", "why"], [.. told.Select(Row)]));
        if (GateWords.HowToAccept(result) is { Length: > 0 } how)
            page.Paragraph(how);
        if (!result.Acceptances.IsEmpty)
        {
            page.Add(new ReportTable("Accepted", ["when", "by", "name", "because"],
                [.. result.Acceptances.Select(accepted => (ReportCell[])[Instant(accepted.Time), accepted.By, accepted.Id, accepted.Because])]));
        }

        if (!result.Settings.IsEmpty)
            page.Add(new ReportTable("Settings that differ", ["setting", "now", "candidate", "from"], [.. result.Settings.Select(setting => (ReportCell[])[setting.Key, setting.Before, setting.After, setting.Source])]));
    }

    static ReportCell[] Row(GateFinding finding) => [new(GateWords.Mark(finding.Verdict), GateWords.ToneOf(finding.Verdict)), finding.Id, finding.Title, finding.Message];

    static void AddFigures(HtmlReport page, GateResult result)
    {
        if (result.Period is null)
            return;
        page.Heading("Key figures of the recorded days").Add(new ReportTable(
            "Now, and with the candidate",
            ["figure", new("now", IsNumber: true), new("candidate", IsNumber: true), "allowed", "verdict"],
            [.. result.Findings.Where(finding => finding.Kind == FindingKind.Kpi).OrderBy(finding => Array.FindIndex([.. GateKpi.All], kpi => kpi.Id == finding.Name))
                .Select(finding => (ReportCell[])[finding.Title, finding.Before, finding.After, finding.Allowed, new(GateWords.Mark(finding.Verdict), GateWords.ToneOf(finding.Verdict))])]));
        foreach (GateKpi kpi in Charted.Where(kpi => result.Before[kpi].Days.Values.Concat(result.After[kpi].Days.Values).Any(value => value != 0)))
            page.Add(Chart(kpi, result.Before[kpi], result.After[kpi]));
    }

    static BarChart Chart(GateKpi kpi, KpiSeries before, KpiSeries after)
    {
        DateOnly[] dates = [.. before.Days.Keys.Union(after.Days.Keys).Order().TakeLast(MostDaysShown)];
        return new($"{kpi.Title}, day by day", "", [.. dates.Select(Day)],
        [
            new("now", [.. dates.Select(date => before.Days.TryGetValue(date, out double value) ? value : (double?)null)]),
            new("candidate", [.. dates.Select(date => after.Days.TryGetValue(date, out double value) ? value : (double?)null)]),
        ]);
    }

    static void AddChanges(HtmlReport page, GateResult result)
    {
        if (result.Now is not { } now || result.Then is not { } then)
            return;
        page.Heading("Decisions that differ").Paragraph(string.Create(CultureInfo.InvariantCulture,
            $"{result.Changes.Episodes.Length} stretches with {result.Changes.Blocks} blocks. {result.Changes.OtherReasons} more decisions do the same for another reason."));
        if (result.Changes.Episodes.IsEmpty)
            return;
        page.Add(DayChart(result, now, then)).Add(new ReportTable(
            "From the first decision that differs until both agree again",
            ["begins, UTC", "load", new("blocks", IsNumber: true), "behind it", "now", "candidate"],
            [.. result.Changes.Episodes.Take(MostEpisodesShown).Select(episode => (ReportCell[])
            [
                Instant(episode.Before.Block.WindowStart), episode.Before.LoadId, ReportText.Number(episode.Blocks, 0), episode.Area, episode.Before.Sentence, episode.After.Sentence,
            ])]));
        if (result.Changes.Episodes.Length > MostEpisodesShown)
            page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{result.Changes.Episodes.Length - MostEpisodesShown} further stretches are not shown."), Tone.Muted);
    }

    // Days on which something differs, each with a band for now and one for the candidate; the first load that differs.
    static DayChart DayChart(GateResult result, Replayed now, Replayed then)
    {
        string load = result.Changes.Episodes[0].Before.LoadId;
        HashSet<DateOnly> dates = [.. result.Changes.Episodes.Where(episode => episode.Before.LoadId == load).Select(episode => episode.Date).Distinct().TakeLast(MostDaysShown / 2)];
        ILookup<DateOnly, Outcome> before = Running(now, load);
        ILookup<DateOnly, Outcome> after = Running(then, load);
        return new($"When {load} ran, on the days that differ", ["now", "candidate"],
            [.. dates.Order().SelectMany(date => new[] { new DayRow(Day(date), [.. Bands(before[date], 0)]), new DayRow("", [.. Bands(after[date], 1)]) })]);
    }

    static ILookup<DateOnly, Outcome> Running(Replayed replayed, string load) => replayed.Outcomes
        .Where(outcome => outcome.Running && outcome.LoadId == load)
        .ToLookup(outcome => DateOnly.FromDateTime(outcome.Block.WindowStart.UtcDateTime));

    static IEnumerable<DayBand> Bands(IEnumerable<Outcome> running, int kind)
    {
        int first = -1;
        int next = -1;
        foreach (Outcome outcome in running)
        {
            int block = (int)(outcome.Block.Id % Block.PerDay);
            if (block != next && first >= 0)
                yield return Band(first, next, kind);
            first = block == next ? first : block;
            next = block + 1;
        }

        if (first >= 0)
            yield return Band(first, next, kind);
    }

    static DayBand Band(int from, int to, int kind) => new(from, to, kind, $"{Clock(from)} to {Clock(to)}");

    static string Clock(int block) => string.Create(CultureInfo.InvariantCulture, $"{block / 6:00}:{block % 6}0");

    static void AddScenarios(HtmlReport page, GateResult result)
    {
        GateFinding[] scenarios = [.. result.Findings.Where(finding => finding.Kind == FindingKind.Scenario)];
        if (scenarios.Length > 0)
            page.Heading("Scenarios").Add(new ReportTable("Stories that every house must live through well", ["verdict", "name", "what", "why"], [.. scenarios.Select(Row)]));
    }

    static string Instant(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    static string Day(DateOnly date) => date.ToString("d MMM", CultureInfo.InvariantCulture);
}
