using System.Globalization;
using BitGrid.Host.Recordings.Fields;
using Parquet;
using Parquet.Schema;

namespace BitGrid.Host.Recordings.Tables;

/// <summary>A column of numbers, truth values or instants.</summary>
internal sealed class ValueColumn<T>(DataField source, RecordingField field, Func<RecordingRow, T, bool> set) : InputColumn(field)
    where T : struct
{
    readonly ColumnBuffer<T> _values = new(source);

    public override void Load(ParquetRowGroupReader group, int rows) => _values.Load(group, rows);

    public override bool TrySet(RecordingRow row, int index) => _values[index] is not { } value || set(row, value);

    public override string Text(int index) => Convert.ToString(_values[index], CultureInfo.InvariantCulture) ?? "";

    public override void Dispose() => _values.Dispose();
}
