using Parquet;
using Parquet.Schema;

namespace BitGrid.Host.Recordings.Tables;

/// <summary>The rows of a Parquet file as objects: numbers, truth values, instants (UTC) and texts.</summary>
internal static class TableRows
{
    /// <summary>The rows with some of the file's columns, in their order. A damaged file throws whatever the format's library throws.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="columns">Names and types; a column that the file lacks is empty.</param>
    public static IEnumerable<object?[]> Of(ParquetReader reader, IReadOnlyList<(string Name, Type Type)> columns)
    {
        Dictionary<string, DataField> fields = reader.Schema.GetDataFields().ToDictionary(field => field.Name);
        foreach (ParquetRowGroupReader group in reader.RowGroups)
        {
            int rows = checked((int)group.RowCount);
            object?[][] values = [.. columns.Select(column => Load(group, fields.GetValueOrDefault(column.Name), column.Type, rows))];
            for (int i = 0; i < rows; i++)
                yield return [.. values.Select(column => column[i])];
        }
    }

    static object?[] Load(ParquetRowGroupReader group, DataField? field, Type type, int rows)
    {
        if (field is null)
            return new object?[rows];
        if (type == typeof(double))
            return Load<double>(group, field, rows, value => value);
        if (type == typeof(long))
            return Load<long>(group, field, rows, value => value);
        if (type == typeof(bool))
            return Load<bool>(group, field, rows, value => value);
        return type == typeof(DateTime)
            ? Load<DateTime>(group, field, rows, value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
            : Load<ReadOnlyMemory<char>>(group, field, rows, value => value.ToString());
    }

    static object?[] Load<T>(ParquetRowGroupReader group, DataField field, int rows, Func<T, object> value)
        where T : struct
    {
        var values = new T?[rows];
        group.ReadAsync<T>(field, values.AsMemory()).AsTask().GetAwaiter().GetResult();
        return [.. values.Select(one => one is { } some ? value(some) : null)];
    }
}
