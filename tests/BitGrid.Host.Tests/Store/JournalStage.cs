using System.Collections.Immutable;
using System.Globalization;
using BitGrid.Host.Archive;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Live;
using BitGrid.Host.Recordings;
using BitGrid.Host.Store;
using BitGrid.Host.Tests.Cli;
using BitGrid.Host.Tests.Recordings;
using JournalWriter;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace BitGrid.Host.Tests.Store;

/// <summary>A data folder with a journal, fed by the shipped rules deciding about the sample house.</summary>
internal sealed class JournalStage : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public JournalStage(string? folder = null)
    {
        Folder = folder ?? _folder[""];
        House = NewHouse();
        Time = new FakeTimeProvider(House.First.WindowStart);
    }

    /// <summary>The shipped rules on the sample house, from its first block.</summary>
    public static LiveHouse NewHouse() => LiveHouse.Open(CommandRun.Config, CommandRun.Plugins, CommandRun.SampleFile);

    public string Folder { get; }

    public string Database => DataFolder.DatabaseIn(Folder);

    public LiveHouse House { get; }

    public Block First => House.First;

    public FakeTimeProvider Time { get; }

    /// <summary>What the journal and the archive told.</summary>
    public List<HealthEvent> Told { get; } = [];

    public IEnumerable<string> ToldCodes => Told.Select(happened => happened.Code);

    public Timeline Timeline => new(Database);

    public ArchiveFolder ArchiveFolder => new(DataFolder.ArchiveIn(Folder));

    public Journal Open(ImmutableArray<Migration>? migrations = null) => new(Database, Time, Told.Add, migrations);

    /// <summary>A journal with some whole days, closed again; the clock stands at the midnight after them.</summary>
    public void Live(int days, int firstDay = 0)
    {
        using Journal journal = Open();
        for (int day = firstDay; day < firstDay + days; day++)
            Assert.True(journal.Append([.. House.Decide(First.Plus(day * Block.PerDay), Block.PerDay)]), string.Join('\n', Told));
        MoveTo(firstDay + days);
    }

    /// <summary>Moves the clock to the beginning of a day of the sample, never back.</summary>
    public void MoveTo(int day) => Time.SetUtcNow(First.Plus(day * Block.PerDay).WindowStart.AddMinutes(1));

    /// <summary>Runs the archive as the host does after midnight.</summary>
    public void Archive(StorageSettings? settings = null, Func<long>? freeBytes = null)
    {
        using Journal journal = Open();
        new ArchiveKeeper(Folder, journal, settings ?? new(), Time, Told.Add, freeBytes ?? (() => long.MaxValue)).Run();
    }

    /// <summary>A value from the database.</summary>
    public object? Ask(string sql)
    {
        using SqliteConnection connection = StoreConnection.OpenForReading(Database);
        using SqliteCommand command = StoreConnection.Command(connection, sql);
        return command.ExecuteScalar();
    }

    public long Count(string table) => Convert.ToInt64(Ask($"SELECT count(*) FROM {table}"), CultureInfo.InvariantCulture);

    /// <summary>A connection as a stranger's program would have it.</summary>
    public SqliteConnection Stranger()
    {
        SqliteConnection connection = new($"Data Source={Database};Pooling=False;Default Timeout=1");
        connection.Open();
        return connection;
    }

    public void Dispose() => _folder.Dispose();
}
