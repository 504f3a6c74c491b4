using System.Buffers;
using System.Runtime.CompilerServices;
using Parquet;
using Parquet.Schema;

namespace BitGrid.Host.Recordings.Tables;

/// <summary>
/// The values of a column in one row group. The memory is borrowed: with new arrays for every file, the garbage of a fleet of
/// houses would cost as much as reading it.
/// </summary>
/// <param name="source">The column.</param>
internal sealed class ColumnBuffer<T>(DataField source) : IDisposable
    where T : struct
{
    T?[] _values = [];

    public T? this[int index] => _values[index];

    public void Load(ParquetRowGroupReader group, int rows)
    {
        if (_values.Length < rows)
        {
            Dispose();
            _values = ArrayPool<T?>.Shared.Rent(rows);
        }

        group.ReadAsync<T>(source, _values.AsMemory(0, rows)).AsTask().GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        if (_values.Length > 0)
            ArrayPool<T?>.Shared.Return(_values, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        _values = [];
    }
}
