using System.Collections.Immutable;
using BitGrid.Engine.Replay;
using BitGrid.Host.Recordings.Fields;
using BitGrid.Host.Recordings.Output;

namespace BitGrid.Host.Store;

/// <summary>The columns of a decision and of the state it was taken on, by the names that recordings have.</summary>
internal static class StoreColumns
{
    /// <summary>Columns of table <c>states</c>: a complete state. Its window follows from its block.</summary>
    public static ImmutableArray<OutputColumn<ReplayRow>> States { get; } =
        [.. RecordingOutput.CompleteColumns.Where(column => column.Field.Name != RecordingFields.WindowStart)];

    /// <summary>Columns that table <c>decisions</c> has besides those in <see cref="Keys"/>.</summary>
    public static ImmutableArray<OutputColumn<DecisionRow>> Decisions { get; } = [.. DecisionOutput.ColumnsBesideState];

    /// <summary>Columns of a state that its decision repeats.</summary>
    public static ImmutableArray<string> Keys { get; } = [RecordingFields.BlockId, RecordingFields.LoadId, RecordingFields.Trigger, RecordingFields.Time];

    /// <summary>A value as it is kept in the database: an instant as milliseconds since 1970, no value as NULL.</summary>
    public static object ToStored(object? value) => value switch
    {
        null => DBNull.Value,
        DateTime utc => new DateTimeOffset(utc, TimeSpan.Zero).ToUnixTimeMilliseconds(),
        _ => value,
    };
}
