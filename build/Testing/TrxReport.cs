using System.Globalization;
using System.Xml.Linq;

namespace BitGrid.Build.Testing;

/// <summary>What a test report of VSTest's trx logger says.</summary>
/// <param name="SkipReasons">One line per skipped test.</param>
internal sealed record TrxReport(Counts Counts, IReadOnlyList<string> SkipReasons)
{
    /// <summary>Reads a report; an empty one when the file is missing, as after a crash.</summary>
    public static TrxReport Read(string path) => File.Exists(path) ? Read(XDocument.Load(path)) : new(default, []);

    public static TrxReport Read(XDocument report)
    {
        var counters = Elements(report, "Counters").Single();
        int Count(string name) => int.Parse(counters.Attribute(name)!.Value, CultureInfo.InvariantCulture);

        // 'failed' alone leaves out what timed out or was aborted; 'notExecuted' stays 0 for tests that xunit skips.
        var counts = new Counts(Count("passed"), Failed: Count("executed") - Count("passed"), Skipped: Count("total") - Count("executed"));
        return new(counts, [.. Elements(report, "UnitTestResult").Where(IsSkipped).Select(SkipReason)]);
    }

    static IEnumerable<XElement> Elements(XContainer parent, string name) =>
        parent.Descendants().Where(element => element.Name.LocalName == name);

    static bool IsSkipped(XElement result) => result.Attribute("outcome")?.Value == "NotExecuted";

    static string SkipReason(XElement result) =>
        $"{result.Attribute("testName")?.Value}: {Elements(result, "Message").FirstOrDefault()?.Value ?? "no reason given"}";
}
