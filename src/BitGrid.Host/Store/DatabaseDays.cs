using BitGrid.Host.Recordings;

namespace BitGrid.Host.Store;

/// <summary>A database as a recording.</summary>
internal static class DatabaseDays
{
    /// <summary>Its days, in order.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public static IEnumerable<RecordingPart> Of(string path) => StoredDay.In(path).Select(Part);

    /// <summary>One of its days.</summary>
    public static RecordingPart Part(StoredDay day) => new(day.Path, report => new StoreSource(day, report), day.Lines);
}
