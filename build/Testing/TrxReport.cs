using System.Globalization;
using System.Xml.Linq;

namespace BitGrid.Build.Testing;

/// <summary>What a test report of VSTest's trx logger says.</summary>
/// <param name="SkipReasons">One line per skipped test.</param>
/// <param name="Failures">One line per failed test: its name and how its message begins.</param>
internal sealed record TrxReport(Counts Counts, IReadOnlyList<string> SkipReasons, IReadOnlyList<string> Failures)
{
    /// <summary>Reads a report; an empty one when the file is missing, as after a crash.</summary>
    public static TrxReport Read(string path) => File.Exists(path) ? Read(XDocument.Load(path)) : new(default, [], []);

    public static TrxReport Read(XDocument report)
    {
        var counters = Elements(report, "Counters").Single();
        int Count(string name) => int.Parse(counters.Attribute(name)!.Value, CultureInfo.InvariantCulture);

        // 'failed' alone leaves out what timed out or was aborted; 'notExecuted' stays 0 for tests that xunit skips.
        var counts = new Counts(Count("passed"), Failed: Count("executed") - Count("passed"), Skipped: Count("total") - Count("executed"));
        var results = Elements(report, "UnitTestResult").ToList();
        return new(
            counts,
            [.. results.Where(result => OutcomeOf(result) == "NotExecuted").Select(Line)],
            [.. results.Where(result => OutcomeOf(result) is not ("NotExecuted" or "Passed")).Select(Line)]);
    }

    static IEnumerable<XElement> Elements(XContainer parent, string name) =>
        parent.Descendants().Where(element => element.Name.LocalName == name);

    static string? OutcomeOf(XElement result) => result.Attribute("outcome")?.Value;

    static string Line(XElement result)
    {
        var message = Elements(result, "Message").FirstOrDefault()?.Value ?? "no reason given";
        return $"{result.Attribute("testName")?.Value}: {message.Trim().Split('\n')[0].TrimEnd()}";
    }
}
