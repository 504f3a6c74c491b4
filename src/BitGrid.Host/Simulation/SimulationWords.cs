using BitGrid.Engine.Explanation;
using BitGrid.Host.Cli;

namespace BitGrid.Host.Simulation;

/// <summary>Words and numbers of a simulation, for people.</summary>
internal static class SimulationWords
{
    const string AssumptionsEn =
        "Every strategy lives in the same house with the same battery, which balances the house by itself. Gain is the money earned and saved "
        + "beyond the same house with the loads off: sats at their price, feed-in, less what is imported. The optimum knew the whole period "
        + "beforehand and kept the same minimum runtime and pause. Regret is what a strategy loses against it, as a share of what the optimum "
        + "gains. Formulas and sources: docs/simulation.md.";

    const string AssumptionsDe =
        "Jede Strategie lebt im selben Haus mit derselben Batterie, die das Haus von sich aus ausgleicht. Gewinn ist das Geld, das gegenüber "
        + "demselben Haus mit abgeschalteten Lasten verdient und gespart wird: Sats zu ihrem Preis, Einspeisung, abzüglich Bezug. Das Optimum "
        + "kannte den ganzen Zeitraum im Voraus und hielt dieselbe Mindestlaufzeit und Pause ein. Entgangen ist, was eine Strategie ihm "
        + "gegenüber verliert, als Anteil an dessen Gewinn. Formeln und Quellen: docs/simulation.md.";

    // Against next to nothing every share is huge and says nothing.
    const double LeastNaiveKwh = 1;

    public static string Of(Strategy strategy, Language language) => strategy switch
    {
        Strategy.Off => language.Say("off", "aus"),
        Strategy.AlwaysOn => language.Say("always on", "immer an"),
        Strategy.Naive => language.Say("naive", "Schalter"),
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

    /// <summary>What a table of a span shows.</summary>
    public static string Caption(SimulatedSpan span, Language language)
    {
        string unknown = language.Number(100.0 * span.UnknownBlocks / span.Blocks, "0.0", "%");
        return $"{Of(span.Season, language)}: {language.Number(span.Days, "0", language.Say("days", "Tage"))}; "
            + language.Say($"{unknown} of the blocks are not known and count for nobody", $"{unknown} der Blöcke sind nicht bekannt und zählen für niemanden");
    }

    /// <summary>Coverage and safety in a sentence.</summary>
    public static string Verdict(SimulationReport report, Language language)
    {
        string explained = language.Number(report.Coverage.ExplainedPct, "0.0", "%");
        string traced = language.Number(report.Coverage.TracedPct, "0.0", "%");
        return language.Say(
            $"Of {report.Coverage.Decisions} decisions {explained} can be explained and {traced} have their energy path; safety stops: {report.SafetyStops}.",
            $"Von {report.Coverage.Decisions} Entscheidungen sind {explained} erklärbar und {traced} haben ihren Energieweg; Sicherheitsstopps: {report.SafetyStops}.");
    }

    /// <summary>What has to be known to read the figures.</summary>
    public static string Assumptions(Language language) => language == Language.De ? AssumptionsDe : AssumptionsEn;

    /// <summary>Heads of the columns that <see cref="Cells"/> fills.</summary>
    public static IReadOnlyList<string> Columns(Language language) =>
    [
        language.Say("load kWh", "Last kWh"),
        language.Say("gain EUR", "Gewinn EUR"),
        language.Say("regret", "entgangen"),
        "sats",
        language.Say("switches/day", "Schalt./Tag"),
        language.Say("import kWh", "Bezug kWh"),
        language.Say("vs naive", "gg. Schalter"),
        language.Say("by loads kWh", "d. Lasten kWh"),
        language.Say("own use", "Eigenverbr."),
        language.Say("hot", "heiß"),
    ];

    /// <summary>The figures of a strategy, in the order of <see cref="Columns"/>.</summary>
    public static IEnumerable<string> Cells(StrategyFigures figures, SimulatedSpan span, Language language)
    {
        double naiveKwh = span.Of(Strategy.Naive)!.GridImportKwh;
        return
        [
            language.Number(figures.LoadKwh, "0", ""),
            language.Number(figures.GainEur, "+0.00;−0.00;0.00", ""),
            language.Number(figures.RegretPct, "0", "%"),
            language.Number(figures.Sats, "0", ""),
            language.Number(figures.SwitchesPerDay, "0.00", ""),
            language.Number(figures.GridImportKwh, "0", ""),
            language.Number(naiveKwh >= LeastNaiveKwh ? (figures.GridImportKwh / naiveKwh * 100) - 100 : null, "+0.0;−0.0;0.0", "%"),
            language.Number(figures.CausedImportKwh, "+0;−0;0", ""),
            language.Number(figures.SelfConsumptionPct, "0.0", "%"),
            language.Number(figures.ThermalIncidents, "0", ""),
        ];
    }
}
