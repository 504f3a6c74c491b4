using Parquet;
using Parquet.Schema;

namespace BitGrid.Host.Recordings.Output;

/// <summary>A column of numbers, truth values or instants.</summary>
/// <param name="name">Name of the column.</param>
/// <param name="get">The row's value; <see langword="null"/> when it is missing.</param>
/// <param name="write">Writes a value into a line of CSV.</param>
internal sealed class ValueOutput<TRow, T>(string name, Func<TRow, T?> get, Action<CsvLine, T> write) : OutputColumn<TRow>(new DataField<T?>(name))
    where T : struct
{
    T?[] _kept = [];
    int _count;

    public override Type ValueType => typeof(T);

    public override object? ValueOf(TRow row) => get(row);

    public override void Write(TRow row, CsvLine line)
    {
        if (get(row) is { } value)
            write(line, value);
        else
            line.Nothing();
    }

    public override void Keep(TRow row)
    {
        if (_count == _kept.Length)
            Array.Resize(ref _kept, Math.Max(256, 2 * _count));
        _kept[_count++] = get(row);
    }

    public override void Flush(ParquetRowGroupWriter group)
    {
        group.WriteAsync<T>(Field, _kept.AsMemory(0, _count)).GetAwaiter().GetResult();
        _count = 0;
    }
}
