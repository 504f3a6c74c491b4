using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using BitGrid.Host.Recordings.Fields;
using Parquet;
using Parquet.Schema;

namespace BitGrid.Host.Recordings.Tables;

/// <summary>A column of numbers, truth values or instants.</summary>
internal class ValueColumn<T>(DataField source, RecordingField field, Func<RecordingRow, T, bool> set) : InputColumn(field)
    where T : struct
{
    T?[] _values = [];

    /// <summary>The values of the row group in memory.</summary>
    protected ReadOnlySpan<T?> Values => _values;

    // Borrowed: with new arrays for every file, the garbage of a fleet of houses costs as much as reading it.
    public override void Load(ParquetRowGroupReader group, int rows)
    {
        if (_values.Length < rows)
        {
            Dispose();
            _values = ArrayPool<T?>.Shared.Rent(rows);
        }

        group.ReadAsync<T>(source, _values.AsMemory(0, rows)).AsTask().GetAwaiter().GetResult();
    }

    public override void Dispose()
    {
        if (_values.Length > 0)
            ArrayPool<T?>.Shared.Return(_values, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        _values = [];
    }

    public override bool TrySet(RecordingRow row, int index) => _values[index] is not { } value || set(row, value);

    public override string Text(int index) => Convert.ToString(_values[index], CultureInfo.InvariantCulture) ?? "";
}
