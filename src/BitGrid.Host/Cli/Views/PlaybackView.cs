using System.Globalization;
using BitGrid.Engine;
using BitGrid.Engine.Explanation;
using BitGrid.Engine.Preview;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BitGrid.Host.Cli.Views;

/// <summary>A house as it is played: what is measured now, what the load does and why, and the decisions of the last hours.</summary>
internal sealed class PlaybackView(DecisionEngine engine, Language language, TimeZoneInfo zone)
{
    const int RowsShown = 14;

    readonly Explainer _explainer = new(language, zone);
    readonly Foresight _foresight = new(engine);
    readonly Queue<DecisionRecord> _recent = new();

    /// <summary>One line for a log: time, readings, decision and reason.</summary>
    public string Line(Decision decision)
    {
        DecisionRecord record = engine.Describe(decision);
        EnergyState state = decision.Situation.State;
        return $"{Clock(decision)}  {Kw(decision.Situation.SurplusW),8}  {Reading(state.BatterySocPct, "0", "%"),5}  {Reading(decision.Situation.Readings.TempC, "0", "°C"),6}  {Reading(state.PriceCtKwh, "0.0", "ct"),8}  {_explainer.Sentence(record)}";
    }

    /// <summary>The picture after a decision.</summary>
    public IRenderable Picture(Decision decision)
    {
        DecisionRecord record = engine.Describe(decision);
        _recent.Enqueue(record);
        if (_recent.Count > RowsShown)
            _recent.Dequeue();
        return new Rows(Now(decision, record), History());
    }

    Panel Now(Decision decision, DecisionRecord record)
    {
        EnergyState state = decision.Situation.State;
        Grid readings = new();
        for (int i = 0; i < 6; i++)
            readings.AddColumn(new GridColumn().PadRight(3));
        readings.AddRow(
            Label("PV", "PV"), Label("house", "Haus"), Label("surplus", "Überschuss"),
            Label("battery", "Batterie"), Label("temperature", "Temperatur"), Label("price", "Preis"));
        readings.AddRow(
            Value(Kw(state.PvPowerW)), Value(Kw(state.HouseLoadW)), Value(Kw(decision.Situation.SurplusW)),
            Value(Reading(state.BatterySocPct, "0", "%")), Value(Reading(decision.Situation.Readings.TempC, "0", "°C")), Value(Reading(state.PriceCtKwh, "0.0", "ct")));

        return new Panel(new Rows(
            readings,
            new Markup($"\n{Lamp(record)} [bold]{Markup.Escape(_explainer.Sentence(record))}[/]"),
            new Markup($"[grey]{Markup.Escape(_explainer.Sentence(_foresight.ForOtherOutcome(decision)))}[/]")))
        {
            Header = new PanelHeader($" {decision.Situation.Load.Id} · {Clock(decision)} "),
            Border = BoxBorder.Rounded,
            Expand = true,
        };
    }

    Table History()
    {
        Table table = new() { Border = TableBorder.Minimal, Expand = true };
        table.AddColumns(language.Say("time", "Zeit"), "", language.Say("what and why", "was und warum"));
        foreach (DecisionRecord record in _recent)
        {
            table.AddRow(
                new Markup(TimeZoneInfo.ConvertTime(record.Time, zone).ToString("HH:mm", CultureInfo.InvariantCulture)),
                new Markup(Lamp(record)),
                new Markup(Markup.Escape(_explainer.Sentence(record))));
        }

        return table;
    }

    static string Lamp(DecisionRecord record) => (record.Action, record.NewState.Running) switch
    {
        (DecisionAction.Start, _) => "[green]▲[/]",
        (DecisionAction.Stop, _) => "[red]▼[/]",
        (_, true) => "[green]●[/]",
        _ => "[grey]○[/]",
    };

    string Clock(Decision decision) =>
        TimeZoneInfo.ConvertTime(decision.Situation.State.Time, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    string Kw(double? watts) => Reading(watts / 1000, "0.0", "kW");

    string Reading(double? value, string format, string unit) => language.Number(value, format, unit);

    Markup Label(string en, string de) => new($"[grey]{language.Say(en, de)}[/]");

    static Markup Value(string text) => new($"[bold]{Markup.Escape(text)}[/]");
}
