namespace BitGrid.Host.Reports;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading, with the unit.</param>
/// <param name="IsNumber">True when its cells are numbers: they stand right.</param>
internal readonly record struct ReportColumn(string Name, bool IsNumber = false)
{
    /// <summary>A column of text.</summary>
    public static implicit operator ReportColumn(string name) => new(name);
}
