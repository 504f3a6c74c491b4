using System.Globalization;
using BitGrid.Host.Live;

namespace BitGrid.Host.Archive;

/// <summary>What can happen to the archive, told so that it can be mended.</summary>
internal static class ArchiveEvents
{
    /// <summary>A day could not be archived, or the archive not be looked after.</summary>
    public static HealthEvent Failed(DateTimeOffset time, string path, Exception fault) => new(
        time, HealthLevel.Warning, "archive_failed", path,
        $"The archive cannot be kept up ({fault.Message}). Nothing is lost: the days stay in the database until it works again, which is tried at the next start and every night. Repair: make room on the disk, and grant the right to write to the folder.");

    /// <summary>A day in the archive is damaged.</summary>
    public static HealthEvent Corrupt(DateTimeOffset time, string path, string aside, bool isInDatabase, Exception fault) => new(
        time, HealthLevel.Warning, "archive_day_corrupt", path,
        $"The archived day cannot be read ({fault.Message}) and is now {Path.GetFileName(aside)}. {(isInDatabase ? "It is written again from the database." : "The database does not have that day any more. Repair: restore the file from a backup, and check the disk.")}");

    /// <summary>The oldest days went, because the archive had used up its room.</summary>
    public static HealthEvent OverBudget(DateTimeOffset time, string path, double budgetMb, IReadOnlyList<ArchivedDay> removed) => new(
        time, HealthLevel.Warning, "archive_over_budget", path,
        Invariant($"The archive was larger than {budgetMb} MB (storage.archive_budget_mb); {Removed(removed)}. Repair: allow more room, or copy old days elsewhere in time."));

    /// <summary>There is hardly any room left on the disk.</summary>
    public static HealthEvent DiskLow(DateTimeOffset time, string path, double freeMb, double minFreeMb, IReadOnlyList<ArchivedDay> removed) => new(
        time, HealthLevel.Warning, "disk_low", path,
        Invariant($"{freeMb:0} MB are free on the disk, less than {minFreeMb} MB (storage.min_free_mb); {Removed(removed)}. Decisions go on. Repair: make room on the disk."));

    static string Removed(IReadOnlyList<ArchivedDay> removed) => removed.Count == 0
        ? "there is no old day in the archive that could go"
        : Invariant($"removed from the archive: {removed.Count} days, {removed[0].Date:yyyy-MM-dd} to {removed[^1].Date:yyyy-MM-dd}");

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
