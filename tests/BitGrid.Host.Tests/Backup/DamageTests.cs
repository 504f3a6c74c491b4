using BitGrid.Host.Backup;

namespace BitGrid.Host.Tests.Backup;

/// <summary>A backup that is not as it was is refused, whatever happened to it, and nothing of it gets out.</summary>
public sealed class DamageTests : IDisposable
{
    readonly BackupStage _stage = new();
    readonly string _file;

    public DamageTests() => _file = _stage.Make();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void A_file_that_was_cut_off() => Refused("it is no whole zip file", () => File.WriteAllBytes(_file, File.ReadAllBytes(_file)[..^100]));

    [Fact]
    public void A_file_with_turned_bits() => Refused("", () =>
    {
        byte[] bytes = File.ReadAllBytes(_file);
        for (int i = bytes.Length / 2; i < (bytes.Length / 2) + 64; i++)
            bytes[i] ^= 0x55;
        File.WriteAllBytes(_file, bytes);
    });

    [Fact]
    public void A_file_that_is_empty() => Refused("it is no whole zip file", () => File.WriteAllText(_file, ""));

    [Fact]
    public void A_changed_file_of_the_configuration() => Refused("config/flags.yaml is not what was backed up", () => BackupStage.Replace(_file, "config/flags.yaml", text => text.Replace("true", "true ", StringComparison.Ordinal)));

    [Fact]
    public void A_wrong_hash() => Refused("bitgrid.db is not what was backed up", () => BackupStage.Replace(_file, "manifest.json", WithOtherFirstHash));

    [Fact]
    public void A_missing_file() => Refused("config/config.yaml is missing", () => BackupStage.Change(_file, zip => zip.GetEntry("config/config.yaml")!.Delete()));

    [Fact]
    public void A_missing_manifest() => Refused("it has no manifest.json", () => BackupStage.Change(_file, zip => zip.GetEntry("manifest.json")!.Delete()));

    [Theory]
    [InlineData("\"format\": 1", "\"format\": \"one\"", "its manifest.json cannot be read")]
    [InlineData("{", "[", "its manifest.json cannot be read")]
    [InlineData("\"config_hash\"", "\"config_hush\"", "its manifest.json cannot be read")]
    [InlineData("\"format\": 1", "\"format\": 2", "it was made by a newer BitGrid (format 2, this one reads up to 1)")]
    [InlineData("config/config.yaml", "config/flags.yaml", "its manifest.json names a file twice")]
    [InlineData("config/config.yaml", "config/../../x.yaml", "it holds a file that no backup has, \"config/../../x.yaml\"")]
    [InlineData("config/config.yaml", "/etc/passwd", "it holds a file that no backup has")]
    [InlineData("config/config.yaml", "config\\\\config.yaml", "it holds a file that no backup has")]
    public void A_manifest_that_says_what_cannot_be(string from, string to, string told) =>
        Refused(told, () => BackupStage.Replace(_file, "manifest.json", text => text.Replace(from, to, StringComparison.Ordinal)));

    [Theory]
    [InlineData("../../evil.yaml")]
    [InlineData("/tmp/evil.yaml")]
    [InlineData("config/evil.yaml")]
    public void A_file_that_the_manifest_does_not_name(string name) =>
        Refused("it holds a file that its manifest does not name", () => BackupStage.Change(_file, zip => zip.CreateEntry(name)));

    [Fact]
    public void A_file_that_unpacks_to_more_than_it_says() => Refused("config/flags.yaml is not what was backed up", () => BackupStage.Change(_file, zip =>
    {
        zip.GetEntry("config/flags.yaml")!.Delete();
        using Stream target = zip.CreateEntry("config/flags.yaml").Open();
        target.Write(new byte[10_000_000]);
    }));

    void Refused(string told, Action damage)
    {
        damage();
        Assert.Contains(told, Assert.Throws<BackupException>(() => BackupCheck.Run(_file)).Message, StringComparison.Ordinal);
        Assert.Throws<BackupException>(() => _stage.Restore(_file));
        foreach (string folder in new[] { "restored/data", "restored/config" }.Where(folder => Directory.Exists(_stage[folder])))
            Assert.Empty(BackupStage.NamesIn(_stage[folder]).Except(["bitgrid.lock"]));
    }

    static string WithOtherFirstHash(string manifest)
    {
        int at = manifest.IndexOf("\"sha256\": \"", StringComparison.Ordinal) + "\"sha256\": \"".Length;
        return manifest[..at] + new string('0', 64) + manifest[(at + 64)..];
    }
}
