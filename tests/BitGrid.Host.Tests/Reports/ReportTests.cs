using System.Xml.Linq;
using BitGrid.Host.Reports;
using BitGrid.Host.Reports.Charts;
using BitGrid.Host.Tests.Recordings;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Reports;

public sealed class ReportTests
{
    const string Hostile = "<script>alert(\"1\")</script> & {0} 'ü'";
    static readonly DateTimeOffset Start = new(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [MemberData(nameof(Cultures.All), MemberType = typeof(Cultures))]
    public void A_report_is_the_same_in_every_culture(string culture) =>
        Snapshot.Match(Cultures.Under(culture, () => Everything().Text()));

    [Fact]
    public void No_text_of_anybody_becomes_markup()
    {
        HtmlReport report = new HtmlReport(Hostile).Heading(Hostile).Paragraph(Hostile)
            .Add(new ReportTable(Hostile, [Hostile], [[Hostile]]))
            .Add(new BarChart(Hostile, Hostile, [Hostile], [new(Hostile, [1]), new(Hostile, [2])]))
            .Add(new ScatterChart(Hostile, Hostile, Hostile, [new(1, 2, Hostile, 0, Hostile)], [Hostile, Hostile]))
            .Add(new TimeChart(Hostile, Hostile, [new(Hostile, [(Start, 1), (Start.AddDays(1), 2)])]))
            .Add(new DayChart(Hostile, [Hostile], [new(Hostile, [new(0, 144, 0, Hostile)])]));

        Assert.DoesNotContain("<script", report.Text(), StringComparison.Ordinal);
        Assert.InRange(report.Text().Split("&lt;script").Length - 1, 21, 60);
    }

    [Fact]
    public void A_report_asks_for_nothing_from_anywhere()
    {
        string text = Everything().Text();

        Assert.DoesNotContain("http", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_drawing_is_well_formed()
    {
        string[] drawings = [.. Everything().Text().Split("<svg").Skip(1).Select(part => "<svg" + part[..(part.IndexOf("</svg>", StringComparison.Ordinal) + 6)])];

        Assert.Equal(4, drawings.Length);
        Assert.All(drawings, drawing => XElement.Parse(drawing));
    }

    [Fact]
    public void Without_any_value_there_still_is_a_frame()
    {
        string text = new HtmlReport("Empty")
            .Add(new TimeChart("Nothing", "W", [new("PV", [])]))
            .Add(new BarChart("Nothing", "W", [], []))
            .Add(new ScatterChart("Nothing", "W", "W", [], []))
            .Add(new DayChart("Nothing", [], []))
            .Text();

        Assert.Equal(4, text.Split("<svg").Length - 1);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_of_blocks_is_drawn_with_few_points()
    {
        (DateTimeOffset, double?)[] year = [.. Enumerable.Range(0, 52_560).Select(i => (Start.AddMinutes(10 * i), (double?)(i % 144)))];

        string text = new HtmlReport("Year").Add(new TimeChart("A year", "W", [new("PV", year)])).Text();

        Assert.InRange(text.Length, 10_000, 80_000);
    }

    [Fact]
    public void A_report_appears_whole_or_not_at_all()
    {
        using TemporaryFolder folder = new();
        string path = folder["report.html"];

        Everything().Save(path);

        Assert.Equal(Everything().Text(), File.ReadAllText(path));
        Assert.Equal(["report.html"], folder.Files);
    }

    static HtmlReport Everything() => new HtmlReport("Report of the house")
        .Paragraph("All is well.", Tone.Good)
        .Heading("Figures")
        .Add(new ReportTable("Figures of June", ["figure", new("value", IsNumber: true), "verdict"],
        [
            ["grid import, kWh", ReportText.Number(-1234.5, 1), new("✓ fine", Tone.Good)],
            ["regret, %", ReportText.Number(null, 1), new("not known", Tone.Muted)],
            ["switches per day", ReportText.Number(2.25, 2), new("✗ above 2", Tone.Bad)],
        ]))
        .Add(new TimeChart("Surplus", "kW", [new("measured", Days(0.5), IsArea: true), new("forecast", Days(-0.7))]) { Limit = 1.5 })
        .Add(new BarChart("Switches per day", "switches", ["1 Jun", "2 Jun", "3 Jun"], [new("before", [2, 4, null]), new("after", [1, 2.5, 6])]) { Limit = 2 })
        .Add(new ScatterChart("Value against switches", "switches per day", "€ per year", [new(1, 310, "a"), new(2, 340.5, "b", 1, "best"), new(4, 342, "c", 1), new(3, 300, "d")], ["tried", "front"]) { Front = [(2, 340.5), (4, 342)] })
        .Add(new DayChart("When the miner ran", ["before", "after"], [new("1 Jun", [new(60, 90, 0, "10:00 to 15:00")]), new("2 Jun", [new(0, 3, 1, "until 00:30"), new(140, 144, 1, "from 23:20")])]));

    static (DateTimeOffset, double?)[] Days(double shift) =>
        [.. Enumerable.Range(0, 97).Select(i => (Start.AddMinutes(30 * i), i == 40 ? null : (double?)Math.Round(shift + (2 * Math.Sin(i / 8.0)), 4)))];
}
