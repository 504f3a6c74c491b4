using System.Globalization;
using BitGrid.Host.Recordings.Fields;
using Parquet;
using Parquet.Schema;

namespace BitGrid.Host.Recordings.Tables;

/// <summary>A column of numbers, truth values or instants.</summary>
internal sealed class ValueColumn<T>(DataField source, RecordingField field, Func<RecordingRow, T, bool> set) : InputColumn(field)
    where T : struct
{
    T?[] _values = [];

    public override void Load(ParquetRowGroupReader group, int rows)
    {
        Array.Resize(ref _values, Math.Max(rows, _values.Length));
        group.ReadAsync<T>(source, _values.AsMemory(0, rows)).AsTask().GetAwaiter().GetResult();
    }

    public override bool TrySet(RecordingRow row, int index) => _values[index] is not { } value || set(row, value);

    public override string Text(int index) => Convert.ToString(_values[index], CultureInfo.InvariantCulture) ?? "";
}
