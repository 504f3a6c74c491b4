using BitGrid.Host.Recordings.Fields;
using Sylvan.Data.Csv;

namespace BitGrid.Host.Recordings.Csv;

/// <summary>A CSV file: names of columns in the first line, <c>,</c> between columns, <c>.</c> in numbers. Read line by line, so its size does not matter.</summary>
/// <param name="name">Name of the file as it was given.</param>
/// <param name="open">Opens it; called at the first row.</param>
/// <param name="report">Gets what is wrong.</param>
internal sealed class CsvSource(string name, Func<Stream> open, InputReport report) : IRecordingSource
{
    // A line must fit: the longest sensible one is a week's forecast, 10 kB.
    const int BufferSize = 1 << 18;

    static readonly CsvDataReaderOptions Options = new()
    {
        Delimiter = CsvHeader.Separator,
        HasHeaders = false,
        Comment = '\0',
        CsvStyle = CsvStyle.Lax,
        BufferSize = BufferSize,
    };

    CsvDataReader? _reader;
    RecordingField?[]? _columns;
    long _line = 1;
    int _linesOfRecord;

    public string Name => name;

    public bool Read(RecordingRow row)
    {
        _columns ??= ReadHeader();
        while (_columns.Length > 0 && NextLine())
        {
            row.Begin(new(name, _line));
            if (!IsBlank() && TryFill(row))
                return true;
        }

        return false;
    }

    public void Dispose() => _reader?.Dispose();

    RecordingField?[] ReadHeader()
    {
        _reader = CsvDataReader.Create(new StreamReader(open()), Options);
        if (NextLine())
            return CsvHeader.Read(name, [.. Enumerable.Range(0, _reader.RowFieldCount).Select(Text)], report);
        report.Add(CsvHeader.Empty(name));
        return [];
    }

    string Text(int column) => _reader!.GetFieldSpan(column).Trim().ToString();

    bool NextLine()
    {
        _line += _linesOfRecord;
        if (!_reader!.Read())
            return false;
        // A quotation can reach over several lines, and the last line may lack its line feed.
        _linesOfRecord = Math.Max(1, _reader.GetRawRecordSpan().Count('\n'));
        return true;
    }

    bool IsBlank() => _reader!.RowFieldCount == 1 && _reader.GetFieldSpan(0).IsWhiteSpace();

    bool TryFill(RecordingRow row)
    {
        if (_linesOfRecord > 1)
            return RefuseOpenQuotation(row);
        if (_reader!.RowFieldCount != _columns!.Length)
            return RefuseCount(row);
        bool isGood = true;
        for (int i = 0; i < _columns.Length; i++)
        {
            if (_columns[i] is not { } field || _reader.GetFieldSpan(i).Trim() is not { Length: > 0 } text || field.TrySet(row, text))
                continue;
            report.Add(InputFault.Of(row.Place, field.Name, text, "cannot be read", field.Allowed, "correct the value, or leave it empty"));
            isGood = false;
        }

        return isGood;
    }

    // No column needs text over several lines, and a forgotten quotation mark would swallow row after row unnoticed.
    bool RefuseOpenQuotation(RecordingRow row)
    {
        report.Add(new(row.Place, FormattableString.Invariant($"a quotation mark is not closed on its line; it takes in {_linesOfRecord} lines"), "quotation marks in pairs on a line", "close or remove it"));
        return false;
    }

    bool RefuseCount(RecordingRow row)
    {
        (int found, int expected) = (_reader!.RowFieldCount, _columns!.Length);
        string repair = found > expected
            ? "write numbers with a point instead of a comma, and put text that holds a comma in quotation marks"
            : "complete the line (was the file cut off?)";
        report.Add(new(row.Place, FormattableString.Invariant($"the line has {found} columns, the header has {expected}"), "as many columns as in the header", repair));
        return false;
    }
}
