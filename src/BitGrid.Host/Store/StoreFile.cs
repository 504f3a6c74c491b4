using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BitGrid.Host.Store;

/// <summary>The database as a file: brought to this program's schema, saved before a change, moved aside when it is damaged.</summary>
/// <param name="path">Path of the database.</param>
/// <param name="migrations">The schema, step by step.</param>
internal sealed class StoreFile(string path, ImmutableArray<Migration> migrations)
{
    static readonly ImmutableArray<string> Companions = ["-wal", "-shm"];

    /// <summary>Opens the database and adds what its schema lacks. A newer one is taken as it is.</summary>
    /// <returns>The connection, and the version from which it was brought up; <see langword="null"/> when nothing was changed.</returns>
    /// <exception cref="SqliteException">It cannot be opened, or it is damaged.</exception>
    /// <exception cref="IOException">It cannot be saved before a change.</exception>
    public (SqliteConnection Connection, int? From) Open()
    {
        SqliteConnection connection = StoreConnection.OpenForWriting(path);
        try
        {
            int version = (int)StoreConnection.Number(connection, "PRAGMA user_version");
            foreach (Migration migration in migrations.Where(migration => migration.Version > version))
                Migrate(connection, migration, isNew: version == 0);
            return (connection, version > 0 && version < migrations[^1].Version ? version : null);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>True when the database itself is damaged, and not the disk or the rights.</summary>
    public static bool IsDamage(Exception fault) => fault is SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB };

    /// <summary>Moves a damaged database out of the way, with the files beside it.</summary>
    /// <returns>Where it is now.</returns>
    /// <exception cref="IOException">It cannot be moved.</exception>
    public string SetAside(DateTimeOffset now)
    {
        string aside = string.Create(CultureInfo.InvariantCulture, $"{path}.corrupt-{now.UtcDateTime:yyyyMMddTHHmmssZ}");
        foreach (string companion in Companions.Where(companion => File.Exists(path + companion)))
            File.Move(path + companion, aside + companion, overwrite: true);
        File.Move(path, aside, overwrite: true);
        return aside;
    }

    void Migrate(SqliteConnection connection, Migration migration, bool isNew)
    {
        if (!isNew)
            Save(connection, string.Create(CultureInfo.InvariantCulture, $"{path}.before-v{migration.Version}"));
        using SqliteTransaction transaction = connection.BeginTransaction();
        StoreConnection.Execute(connection, migration.Sql);
        StoreConnection.Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {migration.Version}"));
        transaction.Commit();
    }

    // Under another name until it is whole, so that a copy that is there can be relied on.
    static void Save(SqliteConnection connection, string copy)
    {
        File.Delete(copy + ".part");
        StoreConnection.Execute(connection, "VACUUM INTO $copy", ("$copy", copy + ".part"));
        File.Move(copy + ".part", copy, overwrite: true);
    }
}
