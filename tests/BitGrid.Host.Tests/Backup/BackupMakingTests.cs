using System.IO.Compression;
using BitGrid.Host.Backup;
using BitGrid.Host.Configuration;
using BitGrid.Host.Live;
using BitGrid.Host.Store;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Backup;

public sealed class BackupMakingTests : IDisposable
{
    readonly BackupStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void A_backup_holds_the_database_the_configuration_and_a_manifest()
    {
        string file = _stage.Make();

        Assert.Equal(["bitgrid-20260102-030405Z.zip"], BackupStage.NamesIn(_stage.Target));
        using ZipArchive zip = ZipFile.OpenRead(file);
        Assert.Equal(["manifest.json", "config/bitgrid_rules.yaml", "config/config.yaml", "config/flags.yaml", "config/gates.yaml", "config/policies.yaml", "bitgrid.db"], zip.Entries.Select(entry => entry.FullName));
        using BackupReader backup = BackupReader.Open(file);
        Assert.Equal((1, _stage.Time.GetUtcNow(), Schema.Migrations[^1].Version), (backup.Manifest.Format, backup.Manifest.Created, backup.Manifest.DatabaseSchema));
        Assert.Equal(ConfigHash.Of(ConfigFolder.Read(_stage.Config.Folder)), backup.Manifest.ConfigHash);
        BackupCheck.Run(file);
    }

    [Fact]
    public async Task A_backup_taken_while_decisions_are_written_restores_to_the_moment_of_the_copy()
    {
        using Journal journal = new(_stage.Database, _stage.Time, happened => Assert.Fail(happened.Message));
        using CancellationTokenSource stop = new();
        int written = 0;
        Task writing = Task.Run(() =>
        {
            foreach (TakenDecision decision in _stage.House.Decide(_stage.House.First.Plus(6), 4000).TakeWhile(_ => !stop.IsCancellationRequested))
            {
                Assert.True(journal.Append([decision]));
                Interlocked.Increment(ref written);
            }
        });
        await Mqtt.Wait.UntilAsync(() => Volatile.Read(ref written) > 20, "decisions are written");
        int writtenBefore = Volatile.Read(ref written);
        string file = _stage.Make();
        int writtenThen = Volatile.Read(ref written);
        await Mqtt.Wait.UntilAsync(() => Volatile.Read(ref written) > writtenBefore, "writing goes on");
        await stop.CancelAsync();
        await writing;

        _stage.Restore(file);

        string[] restored = BackupStage.LinesIn(_stage["restored/data"]);
        Assert.InRange(restored.Length, 26, 6 + writtenThen);
        Assert.Equal(BackupStage.LinesIn(_stage.Data)[..restored.Length], restored);
        Assert.Equal(ConfigHash.Of(ConfigFolder.Read(_stage.Config.Folder)), ConfigHash.Of(ConfigFolder.Read(_stage["restored/config"])));
        using Journal goesOn = new(Path.Combine(_stage["restored/data"], "bitgrid.db"), _stage.Time, happened => Assert.Fail(happened.Message));
        Assert.NotNull(goesOn.Recover("miner").LastTick);
    }

    [Fact]
    public void No_secret_gets_into_a_backup()
    {
        _stage.Config.Edit("config.yaml", "autonomy: full", "mqtt: { embedded: false, tls: true, user: bitgrid, password_file: secret.yaml, ca_file: ca.pem }\nautonomy: full");
        foreach (string secret in new[] { "secret.yaml", "ca.pem", "mqtt.password", ".hidden.yaml" })
            _stage.Config.Write(secret, "hunter2-hunter2");

        using ZipArchive zip = ZipFile.OpenRead(_stage.Make());

        Assert.Equal(7, zip.Entries.Count);
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using StreamReader reader = new(entry.Open(), System.Text.Encoding.Latin1);
            Assert.DoesNotContain("hunter2", reader.ReadToEnd(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_cannot_be_made_is_one_clear_message_each()
    {
        BackupMaker without = new(_stage["nowhere/bitgrid.db"], _stage.Config.Folder, _stage.Time);
        BackupMaker unconfigured = new(_stage.Database, _stage["nowhere"], _stage.Time);
        string[] faults =
        [
            Fault(() => _stage.Maker.Make(new(_stage["unplugged"]))),
            Fault(() => without.Make(_stage.Folder)),
            Fault(() => unconfigured.Make(_stage.Folder)),
        ];
        _stage.Make();
        Snapshot.Match(string.Join('\n', [.. faults, Fault(() => _stage.Make())]));
        Assert.Single(BackupStage.NamesIn(_stage.Target));
    }

    [Fact]
    public void A_damaged_database_makes_no_backup_and_leaves_nothing_behind()
    {
        using (FileStream file = File.OpenWrite(_stage.Database))
        {
            file.Position = 4096;
            file.Write(new byte[(int)file.Length - 4096]);
        }

        Assert.Contains("damaged", Fault(() => _stage.Make()), StringComparison.Ordinal);
        Assert.Empty(BackupStage.NamesIn(_stage.Target));
    }

    [TmpfsFact]
    public void A_full_target_is_told_and_nothing_is_left_behind()
    {
        using Tmpfs disk = new(_stage["disk"], "size=300k");
        Assert.Matches(@"<here>/disk: the backup does not fit: it needs up to \d\.\d MB, and 0\.3 MB are free\. Make room there", Fault(() => _stage.Maker.Make(new(disk.Path))));
        Assert.Empty(BackupStage.NamesIn(disk.Path));
    }

    [TmpfsFact]
    public void A_target_that_must_not_be_written_is_told()
    {
        using Tmpfs disk = new(_stage["disk"], "ro,size=30m");
        Assert.StartsWith("<here>/disk: the backup cannot be written", Fault(() => _stage.Maker.Make(new(disk.Path))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_interrupted_backup_left_behind_goes_after_a_day()
    {
        File.WriteAllText(Path.Combine(_stage.Target, "bitgrid-20251231-000000Z.zip.part"), "");
        File.WriteAllText(Path.Combine(_stage.Target, "bitgrid-20251231-000000Z.zip.db.part"), "");
        File.WriteAllText(Path.Combine(_stage.Target, "bitgrid-20260102-030000Z.zip.part"), "");
        File.WriteAllText(Path.Combine(_stage.Target, "bitgrid-of-mine.part"), "");

        _stage.Make();

        Assert.Equal(["bitgrid-20260102-030000Z.zip.part", "bitgrid-20260102-030405Z.zip", "bitgrid-of-mine.part"], BackupStage.NamesIn(_stage.Target));
    }

    string Fault(Action action) => _stage.Told(Assert.Throws<BackupException>(action).Message);
}
