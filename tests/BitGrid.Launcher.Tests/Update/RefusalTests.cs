using System.Formats.Tar;
using System.Text.RegularExpressions;
using BitGrid.Boot;
using BitGrid.Host.Update;
using BitGrid.TestKit;

namespace BitGrid.Launcher.Tests.Update;

/// <summary>What is not genuine, or makes no sense, is refused before anything changes, and says what to do.</summary>
public sealed partial class RefusalTests : IDisposable
{
    readonly ReleaseStage _release = new();
    readonly string _machine = Directory.CreateTempSubdirectory("bitgrid-machine-").FullName;

    public RefusalTests() => _release.Publish("1.1.0");

    BootPlaces Places => new(_machine, Path.Combine(_machine, "state"));

    public void Dispose()
    {
        _release.Dispose();
        Directory.Delete(_machine, recursive: true);
    }

    [Fact]
    public async Task A_genuine_release_is_not_refused()
    {
        Directory.CreateDirectory(Places.State);
        Assert.Equal("1.1.0", (await InstallAsync()).Text);
        Assert.Equal("1.1.0", await File.ReadAllTextAsync(Places.WishFile));
        Assert.NotNull(Places.FolderOf("1.1.0"));
        Assert.Contains("1.0.0 to 1.1.0, without the gate, because: a test", UpdateHistory.Lines(Places)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_house_without_recorded_days_cannot_ask_them()
    {
        Directory.CreateDirectory(Places.State);
        await InstallAsync(request => request with { SkipGate = false, Because = null });
        Assert.Contains("without the gate, because: no day of this house is recorded yet", UpdateHistory.Lines(Places)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tarball_that_was_changed()
    {
        using (FileStream tarball = File.OpenWrite(_release.Release.Tarball))
            tarball.WriteByte(0);
        await RefusedAsync();
    }

    [Fact]
    public async Task A_tarball_that_was_cut_off()
    {
        using (FileStream tarball = File.OpenWrite(_release.Release.Tarball))
            tarball.SetLength(tarball.Length / 2);
        await RefusedAsync();
    }

    [Fact]
    public async Task A_tarball_that_was_cut_off_before_it_was_signed()
    {
        using (FileStream tarball = File.OpenWrite(_release.Release.Tarball))
            tarball.SetLength(tarball.Length / 2);
        _release.Sign(_release.Key);
        await RefusedAsync();
    }

    [Fact]
    public async Task The_signature_of_a_stranger()
    {
        _release.Sign(_release.Stranger);
        await RefusedAsync();
    }

    [Fact]
    public async Task A_signature_that_was_made_for_something_else()
    {
        _release.Sign(_release.Key, purpose: "git");
        await RefusedAsync();
    }

    [Fact]
    public async Task Checksums_that_were_changed_after_they_were_signed()
    {
        await File.AppendAllTextAsync(_release.Release.Checksums, $"{new string('0', 64)}  another-file\n");
        await RefusedAsync();
    }

    [Fact]
    public async Task Checksums_that_do_not_name_the_tarball()
    {
        File.Move(_release.Release.Tarball, Path.Combine(_release.Folder, "other.tar.gz"));
        await RefusedAsync("other.tar.gz");
    }

    [Fact]
    public async Task A_signature_that_is_missing()
    {
        File.Delete(_release.Release.Signature);
        await RefusedAsync();
    }

    [Fact]
    public async Task A_file_of_keys_without_a_key()
    {
        await File.WriteAllTextAsync(_release.Signers, "# none yet\n");
        await RefusedAsync();
    }

    [Fact]
    public async Task A_source_that_is_not_there() => await RefusedAsync("not-there.tar.gz");

    [Fact]
    public async Task A_version_that_runs_already()
    {
        _release.Publish("1.0.0");
        await RefusedAsync();
    }

    [Fact]
    public async Task An_older_version_unless_it_is_allowed()
    {
        _release.Publish("1.0.0-rc.1");
        await RefusedAsync();
        Directory.CreateDirectory(Places.State);
        Assert.Equal("1.0.0-rc.1", (await InstallAsync(request => request with { AllowDowngrade = true })).Text);
    }

    [Theory]
    [InlineData("bitgrid-1.1.0/../../outside", TarEntryType.RegularFile)]
    [InlineData("/etc/outside", TarEntryType.RegularFile)]
    [InlineData("bitgrid-1.1.0/./bin/x", TarEntryType.RegularFile)]
    [InlineData("other/x", TarEntryType.RegularFile)]
    [InlineData("bitgrid-1.1.0/link", TarEntryType.SymbolicLink)]
    [InlineData("bitgrid-1.1.0/link", TarEntryType.HardLink)]
    [InlineData("bitgrid-1.1.0/device", TarEntryType.CharacterDevice)]
    [InlineData("bitgrid-1.1.0/pipe", TarEntryType.Fifo)]
    public async Task A_tarball_that_would_write_outside_of_its_folder(string name, TarEntryType type)
    {
        PaxTarEntry entry = new(type, name);
        if (type is TarEntryType.SymbolicLink or TarEntryType.HardLink)
            entry.LinkName = "/etc/passwd";
        _release.Publish(ReleaseStage.Entry("1.1.0", "VERSION", "1.1.0"), entry);
        await RefusedAsync(snapshot: $"{name}-{type}".Replace('/', '_'));
    }

    [Fact]
    public async Task A_tarball_of_something_else()
    {
        _release.Publish(ReleaseStage.Entry("latest", "VERSION", "latest"));
        await RefusedAsync();
    }

    [Fact]
    public async Task A_version_that_does_not_start_here()
    {
        _release.Publish("1.1.0");
        _release.Publish(ReleaseStage.Entry("1.1.0", "bin/bitgrid", "ELF", UnixFileMode.UserExecute | UnixFileMode.UserRead));
        await RefusedAsync();
    }

    [Fact]
    public async Task A_version_that_does_not_accept_the_configuration()
    {
        _release.Publish("1.1.0", configCheck: "echo 'config.yaml:3: the key old_name is unknown'; exit 3");
        await RefusedAsync();
    }

    [Fact]
    public async Task Two_updates_at_once()
    {
        using WorkFolder first = WorkFolder.Open(Places);
        await RefusedAsync();
    }

    [Fact]
    public async Task Without_a_backup_there_is_no_update()
    {
        Directory.CreateDirectory(Path.Combine(_machine, "data"));
        await File.WriteAllTextAsync(Path.Combine(_machine, "data", "bitgrid.db"), "no database");
        await RefusedAsync();
    }

    async Task<ReleaseVersion> InstallAsync(Func<UpdateRequest, UpdateRequest>? change = null, string source = "", List<string>? said = null)
    {
        UpdateRequest request = new(
            Path.Combine(_release.Folder, source), _release.Signers, RepositoryRoot.PathTo("config"), Path.Combine(_machine, "data"), SkipGate: true, Because: "a test");
        return await new Updater(Places, "1.0.0", (said ?? []).Add).InstallAsync(change?.Invoke(request) ?? request, CancellationToken.None);
    }

    async Task RefusedAsync(string source = "", string? snapshot = null, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        List<string> said = [];
        UpdateException refusal = await Assert.ThrowsAsync<UpdateException>(() => InstallAsync(source: source, said: said));
        string text = string.Join('\n', [.. said, refusal.Message]).Replace(_machine, "<machine>", StringComparison.Ordinal);
        Snapshot.Match(Checksum().Replace(_release.Readable(text), "<sha256>"), snapshot, test: test);
        Assert.Empty(Places.Versions());
        Assert.False(File.Exists(Places.WishFile));
        Assert.False(File.Exists(Path.Combine(_machine, "outside")));
    }

    [GeneratedRegex("[0-9a-f]{64}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Checksum();
}
