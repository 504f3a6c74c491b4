using BitGrid.Engine.Explanation;
using BitGrid.Host.Cli;
using BitGrid.Host.Simulation;
using Spectre.Console;

namespace BitGrid.Host.Tuning;

/// <summary>The front of a tuning as a table, with the configuration as it is for comparison.</summary>
internal static class TuneView
{
    const int MostShown = 20;

    public static void Show(Terminal terminal, TuneResult result, Language language)
    {
        TellOfUnusable(terminal, result, language);
        terminal.Line(language.Say(
            $"{result.Front.Count} of {result.Points.Length} points are beaten by no other in value, switches and grid import:",
            $"{result.Front.Count} von {result.Points.Length} Punkten schlägt kein anderer in Wert, Schaltungen und Netzbezug:"));
        Table table = new() { Border = TableBorder.Rounded };
        table.AddColumn(language.Say("point", "Punkt"));
        foreach (Parameter parameter in result.Parameters)
            table.AddColumn(new TableColumn(Markup.Escape(parameter.Key.Split('.')[^1])).RightAligned());
        foreach (string column in (string[])[language.Say("value EUR", "Wert EUR"), language.Say("switches/day", "Schaltungen/Tag"), language.Say("import kWh", "Bezug kWh")])
            table.AddColumn(new TableColumn(column).RightAligned());
        foreach (TunePoint point in result.Front.Take(MostShown))
            table.AddRow(Cells(point, point == result.Recommended ? $"{point.Number} ►" : $"{point.Number}", [.. point.Values], language));
        table.AddRow(Cells(result.Now, language.Say("now", "jetzt"), [.. result.Parameters.Select(_ => "")], language));
        terminal.Out.Write(table);
        if (result.Front.Count > MostShown)
            terminal.Line(language.Say($"{result.Front.Count - MostShown} more are in the file", $"{result.Front.Count - MostShown} weitere stehen in der Datei"));
    }

    static void TellOfUnusable(Terminal terminal, TuneResult result, Language language)
    {
        TunePoint[] unusable = [.. result.Unusable];
        if (unusable.Length > 0)
            terminal.Error.WriteLine($"skipped: {unusable.Length} of {result.Points.Length} points cannot be used; the first, point {unusable[0].Number}: {unusable[0].Fault}");
        int hot = result.Points.Count(point => point.Figures is { ThermalIncidents: > 0 });
        if (hot > 0)
            terminal.Error.WriteLine(language.Say($"left out: {hot} points let a load overheat", $"ausgelassen: bei {hot} Punkten überhitzt ein Gerät"));
    }

    static string[] Cells(TunePoint point, string name, string[] values, Language language)
    {
        StrategyFigures? figures = point.Figures;
        return
        [
            name, .. values.Select(Markup.Escape),
            language.Number(figures?.ValueEur, "0.00", ""), language.Number(figures?.SwitchesPerDay, "0.00", ""), language.Number(figures?.GridImportKwh, "0.0", ""),
        ];
    }
}
