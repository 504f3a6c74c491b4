using BitGrid.Engine.Explanation;
using BitGrid.Host.Simulation;
using Spectre.Console;

namespace BitGrid.Host.Cli.Views;

/// <summary>A simulation as tables: all days, then each season.</summary>
internal static class SimulationView
{
    public static void Show(Terminal terminal, SimulationReport report, Language language)
    {
        ShowSpan(terminal, report.Total, language);
        foreach (SimulatedSpan season in report.Seasons)
            ShowSpan(terminal, season, language);
        terminal.Line($"{language.Say("explained decisions", "erklärte Entscheidungen")} {language.Number(report.Coverage.ExplainedPct, "0.0", "%")}, "
            + $"{language.Say("traced paths", "nachvollziehbare Wege")} {language.Number(report.Coverage.TracedPct, "0.0", "%")}, "
            + $"{language.Say("safety stops", "Sicherheitsstopps")} {language.Number(report.SafetyStops, "0", "")}");
    }

    static void ShowSpan(Terminal terminal, SimulatedSpan span, Language language)
    {
        terminal.Line($"{SimulationWords.Of(span.Season, language)}: {language.Number(span.Days, "0", language.Say("days", "Tage"))}, "
            + $"{language.Number(span.UnknownBlocks, "0", "")} {language.Say($"of {span.Blocks} blocks not known", $"von {span.Blocks} Blöcken unbekannt")}");
        Table table = new() { Border = TableBorder.Rounded };
        table.AddColumn("");
        foreach (string column in SimulationWords.Columns(language))
            table.AddColumn(new TableColumn(Markup.Escape(column)).RightAligned());
        foreach (StrategyFigures figures in span.Strategies)
            table.AddRow([SimulationWords.Of(figures.Strategy, language), .. SimulationWords.Cells(figures, span, language)]);
        terminal.Out.Write(table);
    }
}
