namespace BitGrid.Host.Recordings;

/// <summary>A piece of a recording: a file, or a day of a database.</summary>
/// <param name="Name">The file as it was given.</param>
/// <param name="Open">Opens its rows.</param>
/// <param name="Decisions">Its decisions as canonical lines. Throws when it has none, or when they cannot be read.</param>
internal sealed record RecordingPart(string Name, Func<InputReport, IRecordingSource> Open, Func<IEnumerable<ReadOnlyMemory<char>>> Decisions)
{
    /// <summary>Number of the one UTC day it holds (<see cref="Block.Day"/>), so that it need not be opened when that is not wanted; <see langword="null"/> when it is not known.</summary>
    public long? Day { get; init; }
}
