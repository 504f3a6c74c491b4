using BitGrid.Host.Store;
using Microsoft.Data.Sqlite;

namespace BitGrid.Host.Backup;

/// <summary>A database as a single file that nobody writes to: made beside the running house, and checked before anybody relies on it.</summary>
internal static class DatabaseCopy
{
    /// <summary>The schema that this program writes.</summary>
    public static int CurrentSchema => Schema.Migrations[^1].Version;

    /// <summary>Size of a database, bytes, with what is still in its log.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    /// <exception cref="SqliteException">It cannot be read on.</exception>
    public static long BytesOf(string database)
    {
        using SqliteConnection connection = StoreConnection.OpenForReading(database);
        return StoreConnection.Number(connection, "PRAGMA page_count") * StoreConnection.Number(connection, "PRAGMA page_size");
    }

    /// <summary>Copies a database that may be written to meanwhile. The copy is the state of one moment.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    /// <exception cref="SqliteException">It cannot be copied.</exception>
    public static void Make(string database, string copy)
    {
        using SqliteConnection source = StoreConnection.OpenForReading(database);
        // Nobody else knows the copy, and a network drive may have no locks.
        using SqliteConnection target = Open($"file:{Uri.EscapeDataString(Path.GetFullPath(copy))}?nolock=1", SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
        // A database with a log is more than one file; the copy must do without.
        StoreConnection.Execute(target, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE;");
    }

    /// <summary>Checks a copy from its first page to its last, and whether this program can work with it.</summary>
    /// <returns>Version of its schema.</returns>
    /// <exception cref="BackupException">It is damaged, or too new; the message is a sentence without an end.</exception>
    public static int Check(string copy)
    {
        try
        {
            using SqliteConnection connection = Open(copy, SqliteOpenMode.ReadWrite);
            using SqliteCommand check = StoreConnection.Command(connection, "PRAGMA integrity_check(1)");
            if (check.ExecuteScalar() is not "ok")
                throw new BackupException("the database in it is damaged");
            int schema = (int)StoreConnection.Number(connection, "PRAGMA user_version");
            if (schema > CurrentSchema)
                EnsureUsable(connection, schema);
            return schema;
        }
        catch (SqliteException fault)
        {
            throw new BackupException($"the database in it cannot be read ({fault.Message.TrimEnd('.')})", fault);
        }
    }

    // A newer schema usually only adds. It can be used when everything is there that this program writes.
    static void EnsureUsable(SqliteConnection connection, int schema)
    {
        try
        {
            using StoreWriter writer = new(connection);
        }
        catch (SqliteException fault)
        {
            throw new BackupException($"its database was written by a newer BitGrid (schema {schema}, this one knows {CurrentSchema}) and cannot be used by this one", fault);
        }
    }

    static SqliteConnection Open(string source, SqliteOpenMode mode)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
