using BitGrid.Engine.Explanation;
using BitGrid.Engine.Kpis;
using Spectre.Console;

namespace BitGrid.Host.Cli.Views;

/// <summary>Key figures as a table: the period, with the target beside each figure that has one.</summary>
internal static class KpiView
{
    public static void Show(Terminal terminal, KpiFigures figures, Language language)
    {
        Table table = new() { Border = TableBorder.Rounded };
        table.AddColumns(language.Say("figure", "Kennzahl"), language.Say("value", "Wert"), language.Say("target", "Ziel"));
        table.Columns[1].RightAligned();
        table.Columns[2].RightAligned();
        foreach ((string name, string value, string target) in Rows(figures, language))
            table.AddRow(Markup.Escape(name), value, target);
        terminal.Out.Write(table);
    }

    static IEnumerable<(string Name, string Value, string Target)> Rows(KpiFigures figures, Language language) =>
    [
        (language.Say("decisions", "Entscheidungen"), language.Number(figures.Decisions, "0", ""), ""),
        (language.Say("days", "Tage"), language.Number(figures.Days, "0", ""), ""),
        (language.Say("starts / stops", "Starts / Stopps"), $"{language.Number(figures.Starts, "0", "")} / {language.Number(figures.Stops, "0", "")}", ""),
        (language.Say("switches per day", "Schaltungen pro Tag"), language.Number(figures.SwitchesPerDay, "0.00", ""), "≤ 2"),
        (language.Say("safety stops", "Sicherheitsstopps"), language.Number(figures.SafetyStops, "0", ""), ""),
        (language.Say("thermal incidents", "Überhitzungen"), language.Number(figures.ThermalIncidents, "0", ""), "0"),
        (language.Say("explanation coverage", "erklärte Entscheidungen"), language.Number(figures.ExplanationCoveragePct, "0.0", "%"), "100 %"),
        (language.Say("path traceability", "nachvollziehbare Wege"), language.Number(figures.PathTraceabilityPct, "0.0", "%"), "100 %"),
        (language.Say("energy of the loads", "Energie der Lasten"), language.Number(figures.LoadKwh, "0.0", "kWh"), ""),
        (language.Say("grid import", "Netzbezug"), language.Number(figures.GridImportKwh, "0.0", "kWh"), ""),
        (language.Say("… with the loads off", "… mit Lasten aus"), language.Number(figures.GridImportOffKwh, "0.0", "kWh"), ""),
        (language.Say("… with a naive switch", "… mit einfachem Schalter"), language.Number(figures.GridImportNaiveKwh, "0.0", "kWh"), ""),
        (language.Say("against the naive switch", "gegen den einfachen Schalter"), language.Number(figures.GridImportVsNaivePct, "+0.0;−0.0;0.0", "%"), "≤ −25 %"),
        (language.Say("self-consumption", "Eigenverbrauch"), language.Number(figures.SelfConsumptionPct, "0.0", "%"), ""),
        (language.Say("self-sufficiency", "Autarkie"), language.Number(figures.SelfSufficiencyPct, "0.0", "%"), ""),
        (language.Say("mined", "geschürft"), language.Number(figures.Sats, "0", "sats"), ""),
        (language.Say("mined per kWh", "geschürft pro kWh"), language.Number(figures.SatsPerKwh, "0.0", "sats"), "≥ 45"),
        (language.Say("blocks with unknown balance", "Blöcke mit unbekannter Bilanz"), language.Number(figures.UnknownBlocks, "0", ""), ""),
    ];
}
