using System.Globalization;
using System.Text;

namespace BitGrid.Testing;

/// <summary>The rows of a scenario, and the message when some of them differ.</summary>
internal sealed class ScenarioTable(string subject)
{
    readonly List<ScenarioRow> _rows = [];

    public IReadOnlyList<ScenarioRow> Rows => _rows;

    public ScenarioRow Last => _rows is [.., var last]
        ? last
        : throw new InvalidOperationException("An expectation needs a block before it: begin with When(...).");

    public void Add(string story, in Situation situation) => _rows.Add(new(story, situation));

    public void EnsureSomethingIsExpected()
    {
        if (_rows.TrueForAll(row => !row.ExpectsSomething))
            throw new InvalidOperationException($"The table of {subject} expects nothing, so it cannot fail. Say after a When(...) what should come of it.");
    }

    public void ThrowIfAnyDiffers()
    {
        int different = _rows.Count(row => row.Differs);
        if (different > 0)
            throw new ScenarioFailedException($"{subject}: {different} of {_rows.Count} blocks differ from the table.\n\n{Text()}");
    }

    string Text()
    {
        int story = Width("story", row => row.Story);
        int expected = Width("expected", row => row.Expected);
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"  {"block (UTC)",-11}  {"story".PadRight(story)}  {"expected".PadRight(expected)}  actual\n");
        foreach (ScenarioRow row in _rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(row.Differs ? '>' : ' ')} {row.Block,-11}  {row.Story.PadRight(story)}  {row.Expected.PadRight(expected)}  {row.Actual}\n");
            if (!row.Differs)
                continue;
            foreach (string detail in row.Details)
                text.Append(CultureInfo.InvariantCulture, $"    {detail}\n");
        }

        return text.ToString();
    }

    int Width(string title, Func<ScenarioRow, string> cell) => Math.Max(title.Length, _rows.Max(row => cell(row).Length));
}
