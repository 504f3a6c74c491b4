using Parquet;
using Parquet.Schema;

namespace BitGrid.Host.Recordings.Output;

/// <summary>A column of text.</summary>
/// <param name="name">Name of the column.</param>
/// <param name="get">The row's text; <see langword="null"/> when there is none.</param>
internal sealed class TextOutput<TRow>(string name, Func<TRow, string?> get) : OutputColumn<TRow>(new DataField<string>(name))
{
    readonly List<string?> _kept = [];

    public override Type ValueType => typeof(string);

    public override object? ValueOf(TRow row) => get(row);

    public override void Write(TRow row, CsvLine line)
    {
        if (get(row) is { } text)
            line.Add(text);
        else
            line.Nothing();
    }

    public override void Keep(TRow row) => _kept.Add(get(row));

    public override void Flush(ParquetRowGroupWriter group)
    {
        group.WriteAsync(Field, _kept!).GetAwaiter().GetResult();
        _kept.Clear();
    }
}
