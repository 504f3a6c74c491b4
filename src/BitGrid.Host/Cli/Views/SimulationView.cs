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
        terminal.Line(SimulationWords.Verdict(report, language));
    }

    static void ShowSpan(Terminal terminal, SimulatedSpan span, Language language)
    {
        terminal.Line(SimulationWords.Caption(span, language));
        Table table = new() { Border = TableBorder.Rounded };
        table.AddColumn(new TableColumn("").NoWrap());
        foreach (string column in SimulationWords.Columns(language))
            table.AddColumn(new TableColumn(Markup.Escape(column)).RightAligned().NoWrap());
        foreach (StrategyFigures figures in span.Strategies)
            table.AddRow([SimulationWords.Of(figures.Strategy, language), .. SimulationWords.Cells(figures, span, language)]);
        terminal.Out.Write(table);
    }
}
