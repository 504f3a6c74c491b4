using System.Globalization;
using BitGrid.Engine;
using BitGrid.Engine.Explanation;
using BitGrid.Engine.Preview;
using BitGrid.Engine.Replay;
using Spectre.Console;

namespace BitGrid.Host.Cli.Views;

/// <summary>One decision, whole: the sentence first, then what would have to change, the preview, and behind them every vote and path.</summary>
internal sealed class DecisionView(Terminal terminal, DecisionEngine engine, Language language)
{
    readonly Explainer _explainer = new(language);
    readonly Foresight _foresight = new(engine);

    public void Show(Decision decision)
    {
        DecisionRecord record = engine.Describe(decision);
        terminal.Line(string.Create(CultureInfo.InvariantCulture,
            $"{language.Say("Block", "Block")} {record.Block.Id} · {record.Time:yyyy-MM-dd HH:mm} UTC · {record.LoadId}"));
        terminal.Line();
        terminal.Line(_explainer.Sentence(record));
        if (_explainer.Sentence(_foresight.ForOtherOutcome(decision)) is { Length: > 0 } prospect)
            terminal.Line(prospect);
        DecisionRecord next = engine.Describe(_foresight.NextBlock(decision));
        terminal.Line($"{language.Say("Next block, if the readings stay and the forecast holds", "Nächster Block, wenn die Messwerte bleiben und die Prognose stimmt")}: {_explainer.Sentence(next)}");
        terminal.Line();
        terminal.Out.Write(Votes(record));
        terminal.Out.Write(Paths(record));
    }

    Table Votes(DecisionRecord record)
    {
        Table table = new() { Border = TableBorder.Rounded, Title = new TableTitle(language.Say("Votes, strongest first", "Stimmen, die stärkste zuerst")) };
        table.AddColumns("", language.Say("rule", "Regel"), language.Say("tier", "Rang"), language.Say("vote", "Stimme"),
            language.Say("because", "weil"), language.Say("conditions", "Bedingungen"), "code");
        foreach (VoteRecord vote in record.Votes)
        {
            table.AddRow(
                Cell(vote.Rule == record.DecidingRule ? "►" : ""),
                Cell(vote.Rule),
                Cell(Words.Of(vote.Tier)),
                Cell(vote.Level > 0 ? $"{Words.Of(vote.Vote)} {vote.Level}" : Words.Of(vote.Vote)),
                Cell(_explainer.Because(vote)),
                Cell(string.Join('\n', vote.Conditions.Select(condition => $"{(condition.Fulfilled ? '✓' : '✗')} {_explainer.Demand(condition)}"))),
                Cell(vote.Reason.Code));
        }

        return table;
    }

    Table Paths(DecisionRecord record)
    {
        Table table = new() { Border = TableBorder.Rounded, Title = new TableTitle(language.Say("Where the surplus should go", "Wohin der Überschuss gehen soll")) };
        table.AddColumns("", language.Say("path", "Weg"), "ct/kWh", language.Say("because", "weil"), "code");
        PathChoice choice = record.EnergyPath;
        foreach (EnergyPath path in Enum.GetValues<EnergyPath>())
        {
            table.AddRow(
                Cell(path == choice.Preferred ? "►" : ""),
                Cell(Words.Of(path)),
                Cell(language.Number(choice.Values[path], "0.0", "")),
                Cell(_explainer.Because(choice, path)),
                Cell(choice.ReasonFor(path).Code));
        }

        return table;
    }

    // Words of plugins and recordings are shown as they are: never as markup.
    static Markup Cell(string text) => new(Markup.Escape(text));
}
