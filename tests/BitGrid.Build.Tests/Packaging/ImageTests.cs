using System.Formats.Tar;
using System.Text.Json;
using System.Text.RegularExpressions;
using BitGrid.Build.Packaging;
using BitGrid.Build.Packaging.Images;
using BitGrid.TestKit;

namespace BitGrid.Build.Tests.Packaging;

public sealed partial class ImageTests : IDisposable
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n" };

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_image_says_how_it_is_run_and_how_its_health_is_asked()
    {
        Revision revision = new("1.2.0", "0123456789abcdef0123456789abcdef01234567", new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero));
        ImageLayer layer = new(new("application/vnd.oci.image.layer.v1.tar+gzip", "sha256:00", 1), "sha256:11", "files");

        Snapshot.Match(ImageConfiguration.Of(Platform.Arm64, revision, [layer]).ToJsonString(Readable) + "\n");
    }

    [Fact]
    public void Who_builds_the_image_from_the_Dockerfile_gets_one_that_runs_the_same_way()
    {
        var dockerfile = File.ReadAllText(RepositoryRoot.PathTo("setup/docker/Dockerfile"));

        Assert.Contains($"USER {BaseLayer.User}:{BaseLayer.User}\n", dockerfile, StringComparison.Ordinal);
        Assert.Contains($"ENTRYPOINT {Json(ImageConfiguration.EntryPoint)}\nCMD {Json(ImageConfiguration.Command)}\n", dockerfile, StringComparison.Ordinal);
        Assert.Contains($"--interval=60s --timeout=20s --start-period=60s --retries=3 CMD {Json(ImageConfiguration.HealthCheck.Skip(1))}\n", dockerfile, StringComparison.Ordinal);
        Assert.Contains($"WORKDIR {ImageConfiguration.Data}\n", dockerfile, StringComparison.Ordinal);
        foreach (var (name, value) in ImageConfiguration.Environment.Where(variable => variable.Key is not ("PATH" or "SSL_CERT_FILE")))
            Assert.Contains($"{name}={value}", dockerfile, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bitgrid")]
    [InlineData("mosquitto")]
    public void A_container_may_do_as_little_as_possible(string service)
    {
        var text = Service(service);

        Assert.All(
            ["read_only: true", "cap_drop: [ALL]", "no-new-privileges:true", "mem_limit: ", "pids_limit: ", "restart: unless-stopped"],
            line => Assert.Contains(line, text, StringComparison.Ordinal));
        Assert.DoesNotContain("privileged: true", text, StringComparison.Ordinal);
        Assert.DoesNotContain("docker.sock", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Configuration_and_data_are_volumes_the_password_is_a_secret_and_the_broker_an_option()
    {
        Assert.Contains($"- config:{ImageConfiguration.Configuration}", Service("bitgrid"), StringComparison.Ordinal);
        Assert.Contains($"- data:{ImageConfiguration.Data}", Service("bitgrid"), StringComparison.Ordinal);
        Assert.Contains("secrets:\n      - mqtt_password", Service("bitgrid"), StringComparison.Ordinal);
        Assert.DoesNotContain("profiles:", Service("bitgrid"), StringComparison.Ordinal);
        Assert.Contains("profiles: [mosquitto]", Service("mosquitto"), StringComparison.Ordinal);
    }

    [DebianFact]
    public void The_base_holds_what_programs_need_and_no_shell()
    {
        _folder.Write("package/DEBIAN/control", "Package: sample\nVersion: 1\nArchitecture: all\nMaintainer: a <a@b>\nDescription: a\n");
        _folder.Write("package/bin/sh", "");
        _folder.Write("package/usr/lib/libsample.so.1", "");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "package/usr/lib/libsample.so"), "libsample.so.1");
        _folder.Write("package/usr/share/doc/sample/copyright", "mine");
        _folder.Write("package/usr/share/doc/sample/changelog", "");
        _folder.Write("package/usr/share/man/sample.1", "");
        _folder.Write("package/usr/share/ca-certificates/b.crt", "B\n");
        _folder.Write("package/usr/share/ca-certificates/a.crt", "A\n");
        Shell.RunQuietly("dpkg-deb", "--root-owner-group", "--build", Path.Combine(_folder.Path, "package"), Path.Combine(_folder.Path, "sample.deb"));

        using MemoryStream tar = new();
        BaseLayer.Write(tar, [Path.Combine(_folder.Path, "sample.deb")]);
        tar.Position = 0;

        Snapshot.Match(string.Concat(Entries(tar).Where(entry => entry.EntryType != TarEntryType.Directory).Select(Line)));
    }

    static List<TarEntry> Entries(Stream tar)
    {
        using TarReader reader = new(tar);
        List<TarEntry> entries = [];
        while (reader.GetNextEntry(copyData: true) is { } entry)
            entries.Add(entry);
        return entries;
    }

    static string Line(TarEntry entry)
    {
        using var content = entry.DataStream is { } stream ? new StreamReader(stream) : null;
        return $"{entry.Name}{(entry.LinkName.Length > 0 ? $" -> {entry.LinkName}" : "")}: {content?.ReadToEnd().ReplaceLineEndings(" | ")}\n";
    }

    static string Json(IEnumerable<string> words) => $"[{string.Join(", ", words.Select(word => $"\"{word}\""))}]";

    static string Service(string name)
    {
        var compose = File.ReadAllText(RepositoryRoot.PathTo("setup/docker/compose.yaml"));
        return ServiceSection().Matches(compose).Single(section => section.Groups["name"].Value == name).Value;
    }

    [GeneratedRegex(@"^  (?<name>[a-z]+):\n(    .*\n)+", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ServiceSection();
}
