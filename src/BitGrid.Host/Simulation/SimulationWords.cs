using BitGrid.Engine.Explanation;
using BitGrid.Host.Cli;

namespace BitGrid.Host.Simulation;

/// <summary>Words and numbers of a simulation, for people.</summary>
internal static class SimulationWords
{
    public static string Of(Strategy strategy, Language language) => strategy switch
    {
        Strategy.Off => language.Say("off", "aus"),
        Strategy.AlwaysOn => language.Say("always on", "immer an"),
        Strategy.Naive => language.Say("naive switch", "einfacher Schalter"),
        Strategy.BitGrid => "BitGrid",
        _ => language.Say("optimum", "Optimum"),
    };

    public static string Of(Season? season, Language language) => season switch
    {
        Season.Winter => language.Say("winter", "Winter"),
        Season.Spring => language.Say("spring", "Frühling"),
        Season.Summer => language.Say("summer", "Sommer"),
        Season.Autumn => language.Say("autumn", "Herbst"),
        _ => language.Say("all days", "alle Tage"),
    };

    /// <summary>Heads of the columns that <see cref="Cells"/> fills.</summary>
    public static IReadOnlyList<string> Columns(Language language) =>
    [
        language.Say("load kWh", "Last kWh"),
        language.Say("gain EUR", "Gewinn EUR"),
        "sats",
        language.Say("switches/day", "Schaltungen/Tag"),
        language.Say("import kWh", "Bezug kWh"),
        language.Say("caused by load", "durch die Last"),
        language.Say("against naive", "gegen einfachen"),
        language.Say("self-cons.", "Eigenverbr."),
        language.Say("autarky", "Autarkie"),
        language.Say("hot", "heiß"),
        language.Say("regret", "Reue"),
    ];

    public static IEnumerable<string> Cells(StrategyFigures figures, SimulatedSpan span, Language language)
    {
        double naiveKwh = span.Of(Strategy.Naive)!.GridImportKwh;
        return
        [
            language.Number(figures.LoadKwh, "0", ""),
            language.Number(figures.GainEur, "+0.00;−0.00;0.00", ""),
            language.Number(figures.Sats, "0", ""),
            language.Number(figures.SwitchesPerDay, "0.00", ""),
            language.Number(figures.GridImportKwh, "0", ""),
            language.Number(figures.CausedImportKwh, "+0;−0;0", ""),
            language.Number(naiveKwh > 0 ? (figures.GridImportKwh / naiveKwh * 100) - 100 : null, "+0.0;−0.0;0.0", "%"),
            language.Number(figures.SelfConsumptionPct, "0.0", "%"),
            language.Number(figures.SelfSufficiencyPct, "0.0", "%"),
            language.Number(figures.ThermalIncidents, "0", ""),
            language.Number(figures.RegretPct, "0.0", "%"),
        ];
    }
}
