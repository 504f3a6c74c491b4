using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using BitGrid.Host.Recordings.Output;

namespace BitGrid.Host.Gate.Output;

/// <summary>The judgement as a JUnit file, which build servers show.</summary>
internal static class JunitFile
{
    /// <summary>Writes the file; it appears whole or not at all.</summary>
    /// <exception cref="OutputException">It cannot be written.</exception>
    public static void Save(string path, GateResult result)
    {
        using OutputFile file = new(path);
        using (XmlWriter writer = XmlWriter.Create(file.Stream, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CheckCharacters = false }))
            Document(result).Save(writer);
        file.Commit();
    }

    static XDocument Document(GateResult result) => new(new XElement("testsuite",
        new XAttribute("name", "bitgrid gate"),
        new XAttribute("tests", Count(result.Findings.Length)),
        new XAttribute("failures", Count(result.Findings.Count(finding => finding.Verdict == GateVerdict.Failed))),
        new XAttribute("skipped", Count(result.Findings.Count(finding => finding.Verdict == GateVerdict.NotJudged))),
        result.Findings.Select(Case)));

    static XElement Case(GateFinding finding) => new("testcase",
        new XAttribute("classname", $"gate.{GateWords.Word(finding.Kind)}"),
        new XAttribute("name", Clean($"{finding.Id}: {finding.Title}")),
        finding.Verdict switch
        {
            GateVerdict.Failed => new XElement("failure", new XAttribute("message", Clean(finding.Message))),
            GateVerdict.NotJudged => new XElement("skipped", new XAttribute("message", Clean(finding.Message))),
            _ => finding.Message.Length == 0 ? null : new XElement("system-out", Clean($"{GateWords.Mark(finding.Verdict)}: {finding.Message}")),
        });

    // XML has no place for most control characters, and a message may hold what somebody wrote into a file.
    static string Clean(string text) => string.Concat(text.Select(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter) ? letter : '?'));

    static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
