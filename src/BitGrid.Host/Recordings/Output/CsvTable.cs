namespace BitGrid.Host.Recordings.Output;

/// <summary>Writes a table as CSV, names of the columns first.</summary>
internal sealed class CsvTable<TRow> : ITableWriter<TRow>
{
    readonly Stream _stream;
    readonly IReadOnlyList<OutputColumn<TRow>> _columns;
    readonly CsvLine _line = new();

    public CsvTable(Stream stream, IReadOnlyList<OutputColumn<TRow>> columns)
    {
        (_stream, _columns) = (stream, columns);
        foreach (OutputColumn<TRow> column in columns)
            _line.Add(column.Field.Name);
        _line.WriteTo(stream);
    }

    public void Write(TRow row)
    {
        foreach (OutputColumn<TRow> column in _columns)
            column.Write(row, _line);
        _line.WriteTo(_stream);
    }

    public void Complete() => _stream.Dispose();

    public void Dispose() => _stream.Dispose();
}
