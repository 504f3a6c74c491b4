using System.Globalization;
using System.Text.Json;
using BitGrid.Host.Reports;

namespace BitGrid.Host.Gate.Output;

/// <summary>The words in which the gate's judgement is told.</summary>
internal static class GateWords
{
    /// <summary>The judgement of the whole.</summary>
    public static string Headline(GateResult result)
    {
        int failures = result.Findings.Count(finding => finding.Verdict == GateVerdict.Failed);
        return failures == 0 ? "The change may run the house." : string.Create(CultureInfo.InvariantCulture, $"The change is refused: {failures} {(failures == 1 ? "failure" : "failures")}.");
    }

    /// <summary>What was compared with what.</summary>
    public static string Subject(GateResult result) =>
        $"{result.Candidate} (version {Shown(result.Version)}, configuration {Short(result.ConfigHash)}) against what runs now (version {result.BaselineVersion}, configuration {Short(result.BaselineConfigHash)})";

    /// <summary>The days that were decided again.</summary>
    public static string Period(GateResult result) => result.Period is { } period
        ? string.Create(CultureInfo.InvariantCulture, $"{period.First:yyyy-MM-dd} to {period.Last:yyyy-MM-dd}, UTC")
        : "no recorded days";

    /// <summary>A verdict in a word, with a sign.</summary>
    public static string Mark(GateVerdict verdict) => verdict switch
    {
        GateVerdict.Failed => "✗ failed",
        GateVerdict.Accepted => "✓ accepted",
        GateVerdict.AlreadyNow => "! already now",
        GateVerdict.Passed => "✓ passed",
        _ => "– not judged",
    };

    /// <summary>A verdict in the word of JSON.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>How a verdict is to be taken.</summary>
    public static Tone ToneOf(GateVerdict verdict) => verdict switch
    {
        GateVerdict.Failed => Tone.Bad,
        GateVerdict.Passed => Tone.Good,
        GateVerdict.NotJudged => Tone.Muted,
        _ => Tone.Neutral,
    };

    /// <summary>How to say that the failures are intended; empty when there is none that can be.</summary>
    public static string HowToAccept(GateResult result)
    {
        string[] ids = [.. result.Findings.Where(finding => finding.CanBeAccepted).Select(finding => finding.Id)];
        return ids.Length == 0 ? "" : $"If this is intended: {string.Join(' ', ids.Select(id => $"--accept {id}"))} --because \"…\"";
    }

    static string Short(string hash) => hash.Length > 12 ? hash[..12] : Shown(hash);

    static string Shown(string text) => text.Length == 0 ? "unknown" : text;
}
