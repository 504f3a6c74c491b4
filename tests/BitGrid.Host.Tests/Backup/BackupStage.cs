using System.IO.Compression;
using BitGrid.Host.Backup;
using BitGrid.Host.Live;
using BitGrid.Host.Service;
using BitGrid.Host.Store;
using BitGrid.Host.Tests.Cli;
using BitGrid.Host.Tests.Configuration;
using BitGrid.Host.Tests.Recordings;
using BitGrid.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace BitGrid.Host.Tests.Backup;

/// <summary>A house with a real database and the shipped configuration, and a folder for its backups.</summary>
sealed class BackupStage : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public BackupStage(int blocks = 6)
    {
        Directory.CreateDirectory(Data);
        Directory.CreateDirectory(Target);
        Write(blocks);
        Maker = new(Database, Config.Folder, Time);
    }

    public ConfigSandbox Config { get; } = new();

    public string Data => _folder["data"];

    public string Database => DataFolder.DatabaseIn(Data);

    public string Target => _folder["target"];

    public BackupFolder Folder => new(Target);

    public BackupMaker Maker { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public JournalWriter.LiveHouse House { get; } = JournalWriter.LiveHouse.Open(CommandRun.Config, CommandRun.Plugins, CommandRun.SampleFile);

    /// <summary>A path beside the house.</summary>
    public string this[string name] => _folder[name];

    public string Make() => Maker.Make(Folder).Path;

    /// <summary>Makes a backup some days later.</summary>
    public string MakeAfter(double days)
    {
        Time.Advance(TimeSpan.FromDays(days));
        return Make();
    }

    public IReadOnlyList<string> Restore(string file, string? config = null, string? data = null)
    {
        using BackupReader backup = BackupReader.Open(file);
        return new BackupRestore(config ?? _folder["restored/config"], data ?? _folder["restored/data"], Time).Run(backup);
    }

    /// <summary>The canonical lines in a data folder, in their order.</summary>
    public static string[] LinesIn(string data) => [.. new Timeline(DataFolder.DatabaseIn(data)).Decisions(default).Select(decision => decision.Line)];

    /// <summary>Names in a folder, in order.</summary>
    public static string[] NamesIn(string folder) => [.. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Changes a backup as nobody should.</summary>
    public static void Change(string file, Action<ZipArchive> change)
    {
        using ZipArchive zip = ZipFile.Open(file, ZipArchiveMode.Update);
        change(zip);
    }

    /// <summary>Replaces a file in a backup.</summary>
    public static void Replace(string file, string name, Func<string, string> change) => Change(file, zip =>
    {
        string text;
        using (StreamReader reader = new(zip.GetEntry(name)!.Open()))
            text = reader.ReadToEnd();
        string changed = change(text);
        Assert.NotEqual(text, changed);
        zip.GetEntry(name)!.Delete();
        using StreamWriter writer = new(zip.CreateEntry(name).Open());
        writer.Write(changed);
    });

    /// <summary>Runs SQL on a database as a program of another version would.</summary>
    public static void Alter(string database, string sql)
    {
        using Microsoft.Data.Sqlite.SqliteConnection connection = StoreConnection.OpenForWriting(database);
        StoreConnection.Execute(connection, sql);
    }

    /// <summary>A fault message without the paths of this machine.</summary>
    public string Told(string message) => message.Replace(_folder[""].TrimEnd('/'), "<here>", StringComparison.Ordinal).Replace(Config.Folder, "<config>", StringComparison.Ordinal).Replace(RepositoryRoot.Folder, "<root>", StringComparison.Ordinal);

    public void Dispose()
    {
        Config.Dispose();
        _folder.Dispose();
    }

    void Write(int blocks)
    {
        using Journal journal = new(Database, Time, happened => Assert.Fail(happened.Message));
        foreach (TakenDecision decision in House.Decide(House.First, blocks))
            Assert.True(journal.Append([decision]));
    }
}
