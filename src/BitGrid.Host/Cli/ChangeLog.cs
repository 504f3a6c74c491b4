using System.Globalization;
using BitGrid.Engine.Explanation;
using BitGrid.Engine.Replay;

namespace BitGrid.Host.Cli;

/// <summary>Prints the decisions that change something, a line each. The others say "nothing new" and are in the files.</summary>
internal sealed class ChangeLog(Terminal terminal, Language language, bool shown)
{
    readonly Explainer _explainer = new(language);

    public void Add(DecisionRecord record)
    {
        if (shown && record.Action != DecisionAction.Hold)
            terminal.Line(string.Create(CultureInfo.InvariantCulture,
                $"{record.Time:yyyy-MM-dd HH:mm}  {record.LoadId,-10} {Words.Of(record.Action),-8}  {_explainer.Sentence(record)}"));
    }
}
