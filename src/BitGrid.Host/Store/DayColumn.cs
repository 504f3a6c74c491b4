using System.Collections.Immutable;
using BitGrid.Engine.Replay;
using BitGrid.Host.Recordings.Fields;
using BitGrid.Host.Recordings.Output;
using Microsoft.Data.Sqlite;

namespace BitGrid.Host.Store;

/// <summary>A column of a stored day: a state, its decision and the canonical line beside each other.</summary>
/// <param name="Name">Its name in recordings.</param>
/// <param name="Type">Type of its values: a number, a truth value, an instant (UTC) or text.</param>
/// <param name="Sql">Where the database has it.</param>
internal sealed record DayColumn(string Name, Type Type, string Sql)
{
    /// <summary>All of them, in the order of an archived day.</summary>
    public static ImmutableArray<DayColumn> All { get; } =
    [
        .. RecordingOutput.CompleteColumns.Select(OfState),
        .. StoreColumns.Decisions.Select(column => new DayColumn(column.Field.Name, column.ValueType, $"d.{column.Field.Name}")),
    ];

    /// <summary>The value in a row of the database; <see langword="null"/> when there is none.</summary>
    public object? Read(SqliteDataReader reader, int index)
    {
        if (reader.IsDBNull(index))
            return null;
        if (Type == typeof(double))
            return reader.GetDouble(index);
        if (Type == typeof(long))
            return reader.GetInt64(index);
        if (Type == typeof(bool))
            return reader.GetBoolean(index);
        return Type == typeof(DateTime) ? DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(index)).UtcDateTime : reader.GetString(index);
    }

    static DayColumn OfState(OutputColumn<ReplayRow> column) => new(
        column.Field.Name,
        column.ValueType,
        column.Field.Name == RecordingFields.WindowStart ? $"s.block_id * {Block.Seconds * 1000L}" : $"s.{column.Field.Name}");
}
