namespace BitGrid.Host.Reports;

/// <summary>A cell of a table.</summary>
/// <param name="Text">Its text, as plain text.</param>
/// <param name="Tone">How it is to be taken.</param>
internal readonly record struct ReportCell(string Text, Tone Tone = Tone.Neutral)
{
    /// <summary>A cell without a tone.</summary>
    public static implicit operator ReportCell(string text) => new(text);
}
