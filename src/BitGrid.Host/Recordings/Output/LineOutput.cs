using System.Text;
using Parquet;
using Parquet.Schema;

namespace BitGrid.Host.Recordings.Output;

/// <summary>
/// The column of canonical lines. They are by far the most of a file, so the lines of a row group share one buffer of
/// characters: a string for each made writing twice as slow.
/// </summary>
internal sealed class LineOutput(string name) : OutputColumn<DecisionRow>(new DataField<string>(name))
{
    readonly List<Range> _lines = [];
    char[] _characters = new char[1 << 20];
    int _used;

    public override Type ValueType => typeof(string);

    public override object? ValueOf(DecisionRow row) => Encoding.UTF8.GetString(row.Line.Span);

    public override void Write(DecisionRow row, CsvLine line) => line.Add(Encoding.UTF8.GetString(row.Line.Span));

    public override void Keep(DecisionRow row)
    {
        // A character takes at least one byte.
        if (_used + row.Line.Length > _characters.Length)
            Array.Resize(ref _characters, 2 * _characters.Length + row.Line.Length);
        int end = _used + Encoding.UTF8.GetChars(row.Line.Span, _characters.AsSpan(_used));
        _lines.Add(_used..end);
        _used = end;
    }

    public override void Flush(ParquetRowGroupWriter group)
    {
        ReadOnlyMemory<char>?[] lines = [.. _lines.Select(line => (ReadOnlyMemory<char>?)_characters.AsMemory(line))];
        group.WriteAsync<ReadOnlyMemory<char>>(Field, lines.AsMemory()).GetAwaiter().GetResult();
        _lines.Clear();
        _used = 0;
    }
}
