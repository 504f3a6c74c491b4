using BitGrid.Host.Archive;
using BitGrid.Host.Store;

namespace BitGrid.Host.Recordings;

/// <summary>The data folder of a running house: a database, and below <c>parquet</c> an archive of the days before.</summary>
internal static class DataFolder
{
    /// <summary>Path of the database in a data folder.</summary>
    public static string DatabaseIn(string folder) => Path.Combine(folder, "bitgrid.db");

    /// <summary>Path of the archive in a data folder.</summary>
    public static string ArchiveIn(string folder) => Path.Combine(folder, "parquet");

    /// <summary>Every day once, in order: from the archive where it has it, else from the database.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public static IEnumerable<RecordingPart> Parts(string folder)
    {
        SortedDictionary<long, RecordingPart> days = [];
        foreach (StoredDay day in StoredDay.In(DatabaseIn(folder)))
            days[day.Day] = DatabaseDays.Part(day) with { Day = day.Day };
        foreach (ArchivedDay day in new ArchiveFolder(ArchiveIn(folder)).Days())
            days[day.Day] = RecordingFiles.Part(day.Path)! with { Day = day.Day };
        return days.Values;
    }
}
