using System.Globalization;
using BitGrid.Engine.Explanation;
using BitGrid.Host.Cli;
using BitGrid.Host.Reports;
using BitGrid.Host.Reports.Charts;
using BitGrid.Simulation.Houses;

namespace BitGrid.Host.Simulation;

/// <summary>A simulation as a page: tables, and charts of money, import and of one week of each season.</summary>
/// <param name="report">The figures.</param>
/// <param name="study">What they were made from.</param>
/// <param name="language">Its language.</param>
internal sealed class SimulationPage(SimulationReport report, HouseStudy study, Language language)
{
    const int BlocksPerWeek = 7 * Block.PerDay;

    // Always on is left out of charts: beside it nothing else could be told apart.
    static readonly Strategy[] Charted = [Strategy.Naive, Strategy.BitGrid, Strategy.Optimum];

    /// <summary>The page.</summary>
    public static HtmlReport Of(SimulationReport report, HouseStudy study, Language language) => new SimulationPage(report, study, language).Make();

    IReadOnlyList<SimulatedSpan> Spans => report.Seasons.Length > 0 ? report.Seasons : [report.Total];

    HtmlReport Make()
    {
        HtmlReport page = new($"Simulation: {report.House}", language.Say("en", "de"));
        page.Paragraph(string.Create(
            CultureInfo.InvariantCulture, $"{report.From:yyyy-MM-dd HH:mm} – {report.To:yyyy-MM-dd HH:mm} UTC · seed {report.Seed} · config {report.ConfigHash}"), Tone.Muted);
        page.Paragraph(SimulationWords.Verdict(report, language));
        page.Add(TableOf(report.Total));
        if (study.Series.HasPrice)
            page.Add(Gain());
        page.Add(CausedImport());
        if (report.Seasons.Length > 0)
            page.Heading(language.Say("Seasons", "Jahreszeiten"));
        foreach (SimulatedSpan season in report.Seasons)
            page.Add(TableOf(season));
        page.Heading(language.Say("The busiest week with BitGrid", "Die regste Woche mit BitGrid"));
        foreach (SimulatedSpan span in Spans)
            page.Add(BusiestWeek(span));
        page.Heading(language.Say("What the figures rest on", "Worauf die Zahlen beruhen"));
        page.Paragraph(SimulationWords.Assumptions(language));
        foreach (string note in report.Series)
            page.Paragraph(note, Tone.Muted);
        return page;
    }

    ReportTable TableOf(SimulatedSpan span) => new(
        SimulationWords.Caption(span, language),
        [new(""), .. SimulationWords.Columns(language).Select(column => new ReportColumn(column, IsNumber: true))],
        [.. span.Strategies.Select(figures => (IReadOnlyList<ReportCell>)
        [
            SimulationWords.Of(figures.Strategy, language),
            .. SimulationWords.Cells(figures, span, language).Select(cell => new ReportCell(cell)),
        ])]);

    TimeChart Gain() => new(
        language.Say("Gain over the loads being off, from the first day on", "Gewinn gegenüber abgeschalteten Lasten, vom ersten Tag an"),
        "EUR",
        [.. Charted.Where(Ran).Select(strategy => new TimeSeries(SimulationWords.Of(strategy, language), [.. GainSoFar(strategy)]))]);

    IEnumerable<(DateTimeOffset Time, double? Value)> GainSoFar(Strategy strategy)
    {
        double gainEur = 0;
        foreach ((Ledger day, Ledger off) in DaysOf(strategy).Zip(DaysOf(Strategy.Off)))
        {
            gainEur += day.ValueEur - off.ValueEur;
            yield return (DateTimeOffset.UnixEpoch.AddDays(day.Day), gainEur);
        }
    }

    BarChart CausedImport() => new(
        language.Say("Grid import that the loads cause", "Netzbezug, den die Lasten verursachen"),
        "kWh",
        [.. Spans.Select(span => SimulationWords.Of(span.Season, language))],
        [.. Charted.Where(Ran).Select(strategy => new BarSeries(SimulationWords.Of(strategy, language), [.. Spans.Select(span => span.Of(strategy)?.CausedImportKwh)]))]);

    TimeChart BusiestWeek(SimulatedSpan span)
    {
        int first = BusiestBlock(span);
        HouseSeries series = study.Series;
        return new(SimulationWords.Of(span.Season, language), "W",
        [
            Line("PV", series.PvW),
            Line(language.Say("house", "Haus"), series.HouseLoadW),
            Line(language.Say("flexible loads", "flexible Lasten"), study.LoadsW) with { IsArea = true },
        ]);

        TimeSeries Line(string name, IReadOnlyList<double> valuesW) => new(name,
        [
            .. Enumerable.Range(first, Math.Min(BlocksPerWeek, series.Count - first))
                .Select(block => (new Block(series.FirstBlockId + block).WindowStart, (double?)valuesW[block])),
        ]);
    }

    // The first block of the seven days in which the loads used most.
    int BusiestBlock(SimulatedSpan span)
    {
        IReadOnlyList<Ledger> days = study.BitGrid.Days;
        int busiest = Enumerable.Range(0, days.Count)
            .Where(day => span.Season is not { } wanted || StrategyComparison.SeasonOf(days[day]) == wanted)
            .MaxBy(first => days.Skip(first).Take(7).Sum(day => day.LoadWh));
        return (int)Math.Max(0, (days[busiest].Day * Block.PerDay) - study.Series.FirstBlockId);
    }

    bool Ran(Strategy strategy) => study.Runs.Any(run => run.Strategy == strategy);

    IReadOnlyList<Ledger> DaysOf(Strategy strategy) => study.Runs.First(run => run.Strategy == strategy).Days;
}
