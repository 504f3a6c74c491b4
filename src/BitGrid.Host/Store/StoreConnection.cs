using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BitGrid.Host.Store;

/// <summary>Opens the database.</summary>
internal static class StoreConnection
{
    // A backup or a curious shell may hold the file for a moment; a decision cannot wait longer.
    const int LockTimeoutS = 2;

    // Half a second of a Pi's disk at most; a small database is read whole, a large one as far as the time goes. The rest is
    // checked by the archive, which reads every day before it lets go of it.
    static readonly TimeSpan CheckTime = TimeSpan.FromMilliseconds(250);

    /// <summary>Opens it for writing and creates it when there is none.</summary>
    /// <exception cref="SqliteException">It cannot be opened, or it is damaged.</exception>
    public static SqliteConnection OpenForWriting(string path)
    {
        SqliteConnection connection = new(Settings(path, SqliteOpenMode.ReadWriteCreate));
        try
        {
            connection.Open();
            Check(connection);
            // FULL: a decision that is acknowledged survives a power cut. The log is cut back, so that it never fills a small disk.
            Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 4194304;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens it for reading beside a program that may be writing. Nothing is changed, not even beside the file.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public static SqliteConnection OpenForReading(string path)
    {
        try
        {
            // Without a log beside it nobody has it open. Then it is read as a file that does not change, because else a reader would
            // leave files beside it that belong to whoever was reading, or could not read at all where it may not write.
            return OpenToRead(File.Exists(path + "-wal") ? path : $"file:{Uri.EscapeDataString(Path.GetFullPath(path))}?immutable=1");
        }
        catch (SqliteException fault)
        {
            throw new StoreException(fault.Message, fault);
        }
    }

    /// <summary>Runs statements without a result.</summary>
    public static void Execute(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using SqliteCommand command = Command(connection, sql, parameters);
        command.ExecuteNonQuery();
    }

    /// <summary>A statement with its parameters.</summary>
    public static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // All statements are constants of this program or made from its own column names.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach ((string name, object? value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    /// <summary>A single whole number.</summary>
    public static long Number(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = Command(connection, sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    static SqliteConnection OpenToRead(string path)
    {
        SqliteConnection connection = new(Settings(path, SqliteOpenMode.ReadOnly));
        try
        {
            connection.Open();
            Number(connection, "SELECT count(*) FROM sqlite_schema"); // the first look at the file itself
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    static string Settings(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = LockTimeoutS }.ToString();

    static void Check(SqliteConnection connection)
    {
        using CancellationTokenSource timeIsUp = new(CheckTime);
        using CancellationTokenRegistration stop = timeIsUp.Token.Register(() => raw.sqlite3_interrupt(connection.Handle));
        try
        {
            using SqliteCommand check = Command(connection, "PRAGMA quick_check(1)");
            if (check.ExecuteScalar() is string finding and not "ok")
                throw new SqliteException(finding, raw.SQLITE_CORRUPT);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            // Nothing was found in the time there is.
        }
    }
}
