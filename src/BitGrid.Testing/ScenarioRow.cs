using System.Globalization;

namespace BitGrid.Testing;

/// <summary>One row of a table: its situation, what the author expects, and what came of it.</summary>
internal sealed class ScenarioRow(string story, Situation situation)
{
    /// <summary>Shown for a row that only prepares the following ones.</summary>
    public const string Anything = "(anything)";

    public string Story { get; } = story;

    public Situation Situation { get; } = situation;

    public string Expected { get; set; } = Anything;

    public string? ExpectedConditions { get; set; }

    public bool ExpectsSomething => Expected != Anything || ExpectedConditions is not null;

    public string Actual { get; set; } = "";

    /// <summary>Lines shown below a row that differs.</summary>
    public List<string> Details { get; } = [];

    public bool Differs { get; set; }

    public string Block => Situation.State.Block.WindowStart.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
}
