using BitGrid.Host.Recordings.Fields;
using Parquet;
using Parquet.Schema;

namespace BitGrid.Host.Recordings.Tables;

/// <summary>A Parquet file with the columns of a recording, read one row group at a time.</summary>
/// <param name="name">Name of the file as it was given.</param>
/// <param name="open">Opens it, able to seek; called at the first row.</param>
/// <param name="report">Gets what is wrong.</param>
internal sealed class ParquetSource(string name, Func<Stream> open, InputReport report) : IRecordingSource
{
    ParquetReader? _reader;
    InputColumn[] _columns = [];
    int _nextGroup;
    int _next;
    int _rowsOfGroup;
    long _rowsBefore;

    public string Name => name;

    public bool Read(RecordingRow row)
    {
        if (_reader is null)
            Open();
        while (_columns.Length > 0 && NextRow())
        {
            row.Begin(new(name, Row: _rowsBefore + _next));
            if (TryFill(row))
                return true;
        }

        return false;
    }

    public void Dispose()
    {
        foreach (InputColumn column in _columns)
            column.Dispose();
        _columns = [];
        _reader?.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    void Open()
    {
        _reader = ParquetReader.CreateAsync(open()).GetAwaiter().GetResult();
        DataField[] fields = _reader.Schema.GetDataFields();
        report.WarnOfColumns(name, fields.Select(field => field.Name).Where(column => RecordingFields.Find(column) is null));
        if (!fields.Any(field => field.Name is RecordingFields.BlockId or RecordingFields.WindowStart))
            report.Add(new(new(name), $"there is neither a column {RecordingFields.BlockId} nor {RecordingFields.WindowStart}", "one of the two", "rename the column of time"));
        else
            _columns = [.. fields.Select(Column).OfType<InputColumn>()];
    }

    InputColumn? Column(DataField source)
    {
        if (RecordingFields.Find(source.Name) is not { } field || field is IgnoredField)
            return null;
        InputColumn? column = InputColumn.Of(source, field);
        if (column is null)
            report.Add(new(new(name), $"column {source.Name} has the type {source.ClrType.Name}", field.Allowed, "write the column with another type"));
        return column;
    }

    bool NextRow()
    {
        while (_next == _rowsOfGroup)
        {
            if (_nextGroup == _reader!.RowGroupCount)
                return false;
            LoadGroup(_reader.OpenRowGroupReader(_nextGroup++));
        }

        _next++;
        return true;
    }

    void LoadGroup(ParquetRowGroupReader group)
    {
        _rowsBefore += _rowsOfGroup;
        (_next, _rowsOfGroup) = (0, checked((int)group.RowCount));
        foreach (InputColumn column in _columns)
            column.Load(group, _rowsOfGroup);
    }

    bool TryFill(RecordingRow row)
    {
        bool isGood = true;
        foreach (InputColumn column in _columns)
        {
            if (column.TrySet(row, _next - 1))
                continue;
            report.Add(InputFault.Of(row.Place, column.Field.Name, column.Text(_next - 1), "cannot be used", column.Field.Allowed, "correct the value, or leave it empty"));
            isGood = false;
        }

        return isGood;
    }
}
