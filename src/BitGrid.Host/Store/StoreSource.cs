using System.Globalization;
using BitGrid.Host.Recordings;
using BitGrid.Host.Recordings.Fields;

namespace BitGrid.Host.Store;

/// <summary>A day of the database as a recording.</summary>
/// <param name="day">The day.</param>
/// <param name="report">Gets what is wrong.</param>
internal sealed class StoreSource(StoredDay day, InputReport report) : IRecordingSource
{
    static readonly RecordingField?[] Fields = [.. DayColumn.All.Select(column => RecordingFields.Find(column.Name))];

    readonly IEnumerator<object?[]> _rows = day.Rows().GetEnumerator();
    long _number;

    public string Name => day.Path;

    public bool Read(RecordingRow row)
    {
        while (_rows.MoveNext())
        {
            row.Begin(new(Name, Row: ++_number));
            if (TryFill(row, _rows.Current))
                return true;
        }

        return false;
    }

    public void Dispose() => _rows.Dispose();

    bool TryFill(RecordingRow row, object?[] values)
    {
        bool isGood = true;
        for (int i = 0; i < Fields.Length; i++)
        {
            if (Fields[i] is not { } field || values[i] is not { } value || TrySet(field, row, value))
                continue;
            report.Add(InputFault.Of(row.Place, field.Name, Convert.ToString(value, CultureInfo.InvariantCulture), "cannot be used", field.Allowed, "was the database changed by hand? Restore a backup"));
            isGood = false;
        }

        return isGood;
    }

    static bool TrySet(RecordingField field, RecordingRow row, object value) => value switch
    {
        double number => field.TrySet(row, number),
        long number => field.TrySet(row, number),
        bool flag => field.TrySet(row, flag),
        DateTime utc => field.TrySet(row, new DateTimeOffset(utc, TimeSpan.Zero)),
        string { Length: 0 } => true,
        string text => field.TrySet(row, text),
        _ => false,
    };
}
