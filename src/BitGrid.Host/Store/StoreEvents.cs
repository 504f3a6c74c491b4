using System.Globalization;
using System.Text.Json;
using BitGrid.Host.Live;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BitGrid.Host.Store;

/// <summary>What can happen to the database, told so that it can be mended.</summary>
internal static class StoreEvents
{
    /// <summary>True for what a disk, a lock or a damaged file can cause.</summary>
    public static bool IsFault(Exception fault) => fault is SqliteException or IOException or UnauthorizedAccessException or JsonException;

    /// <summary>True when the connection is still good: another attempt may do.</summary>
    public static bool IsPassing(Exception fault) => fault is SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_FULL };

    /// <summary>Nothing can be written from now on.</summary>
    public static HealthEvent Failing(DateTimeOffset time, string path, Exception fault) => new(
        time, HealthLevel.Critical, "store_failing", path,
        $"The database cannot be used ({fault.Message}). Decisions go on and are kept in memory for a day. Repair: {Repair(fault)}.") { Lasts = true };

    /// <summary>Everything is written again.</summary>
    public static HealthEvent Recovered(DateTimeOffset time, string path, long lost) => new(
        time, lost == 0 ? HealthLevel.Info : HealthLevel.Critical, "store_recovered", path,
        lost == 0
            ? "The database can be written again; nothing is lost."
            : string.Create(CultureInfo.InvariantCulture, $"The database can be written again; the oldest {lost} decisions did not fit into memory and are lost.")) { Ends = "store_failing" };

    /// <summary>The database was damaged, and a new one is begun.</summary>
    public static HealthEvent Corrupt(DateTimeOffset time, string path, string aside, Exception fault) => new(
        time, HealthLevel.Critical, "store_corrupt", path,
        $"The database was damaged ({fault.Message}) and is now {aside}; a new one is begun. What is in the archive is not touched. Repair: check the disk; restore a backup, or keep the damaged file for a look.") { Lasts = true };

    /// <summary>The schema was brought up to that of this program.</summary>
    public static HealthEvent Migrated(DateTimeOffset time, string path, int from) => new(
        time, HealthLevel.Info, "store_migrated", path,
        string.Create(CultureInfo.InvariantCulture, $"The database was brought up from version {from}; copies from before are beside it, named {Path.GetFileName(path)}.before-v…"));

    /// <summary>A block was decided about twice, which must not be.</summary>
    public static HealthEvent Twice(DateTimeOffset time, TakenDecision twin) => new(
        time, HealthLevel.Critical, "store_decision_twice", twin.Record.LoadId,
        string.Create(CultureInfo.InvariantCulture, $"Block {twin.Record.Block.Id} was decided about already; the first decision stays, the second is not kept. Repair: is the program running twice?"));

    static string Repair(Exception fault) => (fault as SqliteException)?.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => "make room on the disk",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "end the other program that holds the database",
        raw.SQLITE_IOERR => "check the disk; it may be failing or full",
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM => "grant the right to write to the folder and its files, and mount the disk writable",
        raw.SQLITE_ERROR => "the schema is not the expected one; use the version of BitGrid that wrote it last, or restore a backup",
        _ => "check the disk and the rights on the folder",
    };
}
