using BitGrid.Host.Backup;
using BitGrid.Host.Service;
using BitGrid.Host.Tests.Cli;

namespace BitGrid.Host.Tests.Backup;

public sealed class RestoreTests : IDisposable
{
    readonly BackupStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void What_was_there_is_kept_aside_and_other_files_stay()
    {
        string file = _stage.Make();
        File.WriteAllText(_stage.Config.PathOf("mqtt.secret"), "geheim");
        Directory.CreateDirectory(Path.Combine(_stage.Data, "parquet"));
        File.WriteAllText(_stage.Database + "-wal", "the log of the old database");
        _stage.Config.Edit("config.yaml", "Sample house", "Another house").Write("misspelt.yaml", "");

        IReadOnlyList<string> aside = _stage.Restore(file, _stage.Config.Folder, _stage.Data);

        string mark = ".before-restore-20260102T030405Z";
        Assert.Equal([_stage.Data + mark, _stage.Config.Folder + mark], aside);
        Assert.Equal(["bitgrid.db", "bitgrid.db-wal"], BackupStage.NamesIn(aside[0]));
        Assert.Contains("Another house", File.ReadAllText(Path.Combine(aside[1], "config.yaml")), StringComparison.Ordinal);
        Assert.Contains("Sample house", File.ReadAllText(_stage.Config.PathOf("config.yaml")), StringComparison.Ordinal);
        Assert.Equal(["bitgrid_rules.yaml", "config.yaml", "flags.yaml", "gates.yaml", "mqtt.secret", "policies.yaml"], BackupStage.NamesIn(_stage.Config.Folder));
        Assert.Equal(["bitgrid.db", "bitgrid.lock", "parquet"], BackupStage.NamesIn(_stage.Data));
        Assert.Equal(6, BackupStage.LinesIn(_stage.Data).Length);
        Directory.Delete(aside[1], recursive: true);
    }

    [Fact]
    public void A_restore_that_fails_halfway_leaves_everything_as_it_was()
    {
        string file = _stage.Make();
        File.Delete(_stage.Config.PathOf("policies.yaml"));
        Directory.CreateDirectory(_stage.Config.PathOf("policies.yaml"));
        Dictionary<string, byte[]> before = Contents();

        BackupException fault = Assert.Throws<BackupException>(() => _stage.Restore(file, _stage.Config.Folder, _stage.Data));

        Assert.StartsWith("Nothing was restored, and what was there is as it was: ", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, Contents());
        Assert.Equal(["data", "target"], BackupStage.NamesIn(_stage[""]));
        Assert.False(Directory.Exists(_stage.Config.Folder + ".before-restore-20260102T030405Z"));
    }

    [Fact]
    public void A_configuration_folder_that_cannot_be_leaves_everything_as_it_was()
    {
        string file = _stage.Make();
        Dictionary<string, byte[]> before = Contents();
        Assert.Throws<BackupException>(() => _stage.Restore(file, _stage.Config.PathOf("config.yaml/below"), _stage.Data));
        Assert.Equal(before, Contents());
    }

    [Fact]
    public async Task A_data_folder_in_use_is_refused()
    {
        string file = _stage.Make();
        using DataFolder running = DataFolder.Open(_stage.Data);

        CommandRun run = await CommandRun.Of("backup", "restore", file, "--to-config", _stage.Config.Folder, "--data", _stage.Data);

        Assert.Equal(BitGrid.Host.Cli.ExitCode.BadInput, run.ExitCode);
        Assert.Contains($"another BitGrid (process {Environment.ProcessId}) is using this data folder. Repair: end it first", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_database_that_only_has_more_is_taken()
    {
        BackupStage.Alter(_stage.Database, "ALTER TABLE decisions ADD COLUMN mood TEXT; PRAGMA user_version = 7;");
        _stage.Restore(_stage.Make());
        Assert.Equal(6, BackupStage.LinesIn(_stage["restored/data"]).Length);
    }

    [Fact]
    public void A_newer_database_that_this_program_cannot_use_is_refused()
    {
        string file = MadeByNewerProgram();
        BackupException fault = Assert.Throws<BackupException>(() => _stage.Restore(file));
        Assert.Equal($"Nothing was restored, and what was there is as it was: its database was written by a newer BitGrid (schema 7, this one knows {DatabaseCopy.CurrentSchema}) and cannot be used by this one. Use another backup.", fault.Message);
        Assert.Equal(["bitgrid.lock"], BackupStage.NamesIn(_stage["restored/data"]));
        Assert.Contains("schema 7", Assert.Throws<BackupException>(() => BackupCheck.Run(file)).Message, StringComparison.Ordinal);
    }

    // A newer program can make what this one cannot: the database inside is exchanged, and the manifest says so.
    string MadeByNewerProgram()
    {
        string file = _stage.Make();
        string database = _stage["newer.db"];
        using (BackupReader backup = BackupReader.Open(file))
            backup.Extract(backup.Manifest.Files[0], database);
        BackupStage.Alter(database, "ALTER TABLE decisions RENAME COLUMN action TO deed; PRAGMA user_version = 7;");
        BackupStage.Alter(database, "PRAGMA journal_mode = DELETE;");
        byte[] content = File.ReadAllBytes(database);
        BackupEntry old;
        using (BackupReader backup = BackupReader.Open(file))
            old = backup.Manifest.Files[0];
        BackupStage.Replace(file, "manifest.json", text => text
            .Replace(old.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), StringComparison.Ordinal)
            .Replace($"\"bytes\": {old.Bytes}", $"\"bytes\": {content.Length}", StringComparison.Ordinal));
        BackupStage.Change(file, zip =>
        {
            zip.GetEntry("bitgrid.db")!.Delete();
            using Stream target = zip.CreateEntry("bitgrid.db").Open();
            target.Write(content);
        });
        return file;
    }

    Dictionary<string, byte[]> Contents() => Directory
        .EnumerateFiles(_stage.Config.Folder, "*", SearchOption.AllDirectories)
        .Concat(Directory.EnumerateFiles(_stage.Data).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        .ToDictionary(file => file, File.ReadAllBytes, StringComparer.Ordinal);
}
