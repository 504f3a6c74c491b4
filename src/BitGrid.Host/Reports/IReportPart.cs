namespace BitGrid.Host.Reports;

/// <summary>A part of a report: a table or a chart.</summary>
internal interface IReportPart
{
    /// <summary>Writes the part as HTML. All text is encoded by the part.</summary>
    void Write(TextWriter html);
}
