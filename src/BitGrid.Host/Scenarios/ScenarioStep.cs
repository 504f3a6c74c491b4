using System.Collections.Immutable;

namespace BitGrid.Host.Scenarios;

/// <summary>A row of a scenario: one block, or several alike.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="FirstBlock">First block, counted from the scenario's start.</param>
/// <param name="Blocks">Number of blocks.</param>
/// <param name="Cells">The cells by column; numbers left empty are those of the row above.</param>
internal sealed record ScenarioStep(int Line, int FirstBlock, int Blocks, ImmutableDictionary<string, string> Cells)
{
    /// <summary>What is expected; empty for anything.</summary>
    public string Expect => this[ScenarioColumns.Expect];

    /// <summary>Reason codes that may be given; empty for any.</summary>
    public string Because => this[ScenarioColumns.Because];

    /// <summary>The path expected to be preferred; empty for any.</summary>
    public string Path => this[ScenarioColumns.Path];

    /// <summary>The rejections expected; empty for any.</summary>
    public string Rejected => this[ScenarioColumns.Rejected];

    /// <summary>A cell; empty when the table has no such column.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}
