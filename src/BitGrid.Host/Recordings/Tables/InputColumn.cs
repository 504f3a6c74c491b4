using BitGrid.Host.Recordings.Fields;
using Parquet;
using Parquet.Schema;

namespace BitGrid.Host.Recordings.Tables;

/// <summary>A column of a Parquet file, one row group of it in memory.</summary>
internal abstract class InputColumn(RecordingField field) : IDisposable
{
    public RecordingField Field { get; } = field;

    /// <summary>The column for a field, or <see langword="null"/> when its type fits nothing a recording holds.</summary>
    public static InputColumn? Of(DataField source, RecordingField field) => Type.GetTypeCode(source.ClrType) switch
    {
        _ when source.IsArray => null,
        TypeCode.Double when field is ReadingField reading => new ReadingColumn(source, reading),
        TypeCode.Double => new ValueColumn<double>(source, field, field.TrySet),
        TypeCode.Single => new ValueColumn<float>(source, field, (row, value) => field.TrySet(row, value)),
        TypeCode.Int64 => new ValueColumn<long>(source, field, (row, value) => field.TrySet(row, value)),
        TypeCode.Int32 => new ValueColumn<int>(source, field, (row, value) => field.TrySet(row, value)),
        TypeCode.Int16 => new ValueColumn<short>(source, field, (row, value) => field.TrySet(row, value)),
        TypeCode.Decimal => new ValueColumn<decimal>(source, field, (row, value) => field.TrySet(row, (double)value)),
        TypeCode.Boolean => new ValueColumn<bool>(source, field, field.TrySet),
        // Parquet keeps instants in UTC; the library hands them out without saying so.
        TypeCode.DateTime => new ValueColumn<DateTime>(source, field, (row, value) => field.TrySet(row, new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)))),
        _ when source.ClrType == typeof(ReadOnlyMemory<char>) => new ValueColumn<ReadOnlyMemory<char>>(source, field, (row, value) => TrySetText(field, row, value.Span.Trim())),
        _ => null,
    };

    /// <summary>Reads the column of a row group.</summary>
    public abstract void Load(ParquetRowGroupReader group, int rows);

    /// <summary>Sets the field of a row; a missing value leaves it empty.</summary>
    /// <returns>False when the value is not allowed.</returns>
    public abstract bool TrySet(RecordingRow row, int index);

    /// <summary>Gives the memory back.</summary>
    public abstract void Dispose();

    /// <summary>The value for people.</summary>
    public abstract string Text(int index);

    // What a text says is read as in a CSV file.
    static bool TrySetText(RecordingField field, RecordingRow row, ReadOnlySpan<char> text) => text.IsEmpty || field.TrySet(row, text);
}
