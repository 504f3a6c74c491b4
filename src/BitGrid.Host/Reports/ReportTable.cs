using static BitGrid.Host.Reports.ReportText;

namespace BitGrid.Host.Reports;

/// <summary>A table.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, each with as many cells as there are columns.</param>
internal sealed record ReportTable(string Caption, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<ReportCell>> Rows) : IReportPart
{
    /// <inheritdoc/>
    public void Write(TextWriter html)
    {
        html.Write($"<div class=\"scroll\"><table><caption>{Encode(Caption)}</caption><thead><tr>");
        foreach (ReportColumn column in Columns)
            html.Write($"<th scope=\"col\"{Class(column, Tone.Neutral)}>{Encode(column.Name)}</th>");
        html.Write("</tr></thead>\n<tbody>\n");
        foreach (IReadOnlyList<ReportCell> row in Rows)
            WriteRow(html, row);
        html.Write("</tbody></table></div>\n");
    }

    void WriteRow(TextWriter html, IReadOnlyList<ReportCell> row)
    {
        html.Write("<tr>");
        for (int i = 0; i < Columns.Count; i++)
            html.Write($"<td{Class(Columns[i], row[i].Tone)}>{Encode(row[i].Text)}</td>");
        html.Write("</tr>\n");
    }

    static string Class(ReportColumn column, Tone tone) => (column.IsNumber, tone) switch
    {
        (false, Tone.Neutral) => "",
        (true, Tone.Neutral) => " class=\"number\"",
        (false, _) => $" class=\"{Word(tone)}\"",
        _ => $" class=\"number {Word(tone)}\"",
    };

    static string Word(Tone tone) => tone.ToString().ToLowerInvariant();
}
