using System.Globalization;
using BitGrid.Host.Gate;
using BitGrid.Host.Gate.Output;
using Spectre.Console;

namespace BitGrid.Host.Cli.Views;

/// <summary>The gate's judgement for reading: failures with their reasons first, then the figures, then the rest in a line.</summary>
internal static class GateView
{
    public static void Show(Terminal terminal, GateResult result)
    {
        terminal.Line(GateWords.Headline(result));
        foreach (GateFinding finding in result.Findings.Where(finding => finding.Verdict is GateVerdict.Failed or GateVerdict.Accepted or GateVerdict.AlreadyNow))
            terminal.Line($"{GateWords.Mark(finding.Verdict)}  {finding.Id}  ({finding.Title})\n    {finding.Message.Replace("\n", "\n    ", StringComparison.Ordinal)}");
        if (GateWords.HowToAccept(result) is { Length: > 0 } how)
            terminal.Line(how);
        foreach (Acceptance accepted in result.Acceptances)
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"accepted by {accepted.By} on {accepted.Time:yyyy-MM-dd HH:mm} UTC: {accepted.Id}, because {accepted.Because}"));
        foreach (string note in result.Notes)
            terminal.Error.WriteLine($"warning: {note}");
        terminal.Line();
        terminal.Line(GateWords.Subject(result));
        terminal.Line($"Recorded days: {GateWords.Period(result)}.");
        if (result.Period is not null)
            ShowFigures(terminal, result);
        terminal.Line(string.Create(CultureInfo.InvariantCulture,
            $"Decisions that differ: {result.Changes.Blocks} blocks in {result.Changes.Episodes.Length} stretches. Scenarios: {Count(result, GateVerdict.Passed)} passed, {Count(result, GateVerdict.Failed)} failed, {Count(result, GateVerdict.NotJudged)} do not apply here."));
    }

    static void ShowFigures(Terminal terminal, GateResult result)
    {
        Table table = new() { Border = TableBorder.Rounded };
        table.AddColumns("figure", "now", "candidate", "allowed", "verdict");
        table.Columns[1].RightAligned();
        table.Columns[2].RightAligned();
        foreach (GateFinding finding in result.Findings.Where(finding => finding.Kind == FindingKind.Kpi))
            table.AddRow(Markup.Escape(finding.Title), Markup.Escape(finding.Before), Markup.Escape(finding.After), Markup.Escape(finding.Allowed), Markup.Escape(GateWords.Mark(finding.Verdict)));
        terminal.Out.Write(table);
    }

    static int Count(GateResult result, GateVerdict verdict) => result.Findings.Count(finding => finding.Kind == FindingKind.Scenario && finding.Verdict == verdict);
}
