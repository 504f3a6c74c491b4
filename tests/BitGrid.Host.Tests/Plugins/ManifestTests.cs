using BitGrid.Host.Plugins;

namespace BitGrid.Host.Tests.Plugins;

public sealed class ManifestTests : IDisposable
{
    const string Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_manifest_as_the_build_writes_it_is_read()
    {
        PluginManifest manifest = Read($$"""
            id: acme.quiet-hours
            version: "1.2.3-beta.1"
            min_host: "1.4"
            max_host: "2.0" # exclusive
            assemblies:
            - { name: "Acme.dll", sha256: {{Hash}} }
            - { name: "de/Acme.resources.dll", sha256: {{Hash}} }
            """);

        Assert.Equal(("acme.quiet-hours", "1.2.3-beta.1", new Version(1, 4), new Version(2, 0)), (manifest.Id, manifest.Version, manifest.MinHost, manifest.MaxHost));
        Assert.Equal([new("Acme.dll", Hash), new ManifestFile("de/Acme.resources.dll", Hash)], manifest.Assemblies);
    }

    [Theory]
    [InlineData("", "1:1: expected the keys id, version, min_host, max_host, assemblies")]
    [InlineData("just text", "1:1: expected the keys")]
    [InlineData("- a\n- b", "1:1: expected the keys")]
    [InlineData("id: a\nid: b", "2:1: the key 'id' stands here a second time")]
    [InlineData("id: a\nauthor: me", "2:1: the key 'author' is unknown; allowed are id, version")]
    [InlineData("id: a\nversion:", "2:9: 'version' has no value")]
    [InlineData("id: [a]", "1:5: expected the value of 'id'")]
    [InlineData("id: &x a\nversion: *x", "1:5: anchors are not allowed here")]
    [InlineData("id: a\nassemblies: x", "2:13: expected a list of assemblies")]
    [InlineData("assemblies:\n- x", "2:3: expected an assembly with name and sha256")]
    [InlineData("assemblies:\n- { name: x }", "2:3: an assembly needs both name and sha256")]
    [InlineData("assemblies:\n- { name: x, md5: y }", "2:14: the key 'md5' is unknown")]
    [InlineData("assemblies:\n- { name: x, sha256: ABC }", "2:22: 'ABC' is no SHA-256")]
    [InlineData("id: {a}: b", "1:5: expected the value of 'id'")]
    [InlineData("id: \"a", "no YAML")]
    [InlineData("id: a\nversion: 1", "1:1: the list 'assemblies' is missing or empty")]
    public void A_broken_manifest_is_refused_with_line_column_and_cause(string yaml, string expected)
    {
        PluginRejectedException fault = Assert.Throws<PluginRejectedException>(() => Read(yaml));

        Assert.Equal(PluginStatus.Refused, fault.Status);
        Assert.StartsWith($"{_path}:", fault.Message, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("Build the plugin again: its build writes this file.", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("min_host: \"1\"", "3:11: min_host '1' is no version of a host")]
    [InlineData("min_host: \"1.0.0\"", "3:11: min_host '1.0.0' is no version of a host")]
    [InlineData("min_host: \"1.-1\"", "3:11: min_host '1.-1' is no version of a host")]
    [InlineData("min_host: \"1.99999999999\"", "is no version of a host")]
    [InlineData("", "the key 'min_host' is missing; needed are")]
    public void A_host_range_that_is_no_version_is_refused(string line, string expected)
    {
        string yaml = $"id: a\nversion: 1\n{line}\nmax_host: \"2.0\"\nassemblies:\n- {{ name: a.dll, sha256: {Hash} }}\n";

        Assert.Contains(expected, Assert.Throws<PluginRejectedException>(() => Read(yaml)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("bitgrid.rules", true)]
    [InlineData("acme.quiet-hours2", true)]
    [InlineData("", false)]
    [InlineData("Acme", false)]
    [InlineData("2acme", false)]
    [InlineData("acme..x", false)]
    [InlineData("acme.", false)]
    [InlineData("..", false)]
    [InlineData("acme/x", false)]
    [InlineData("ıacme", false)]
    public void An_id_is_made_of_lower_case_parts(string id, bool allowed) => Assert.Equal(allowed, PluginManifest.IsId(id));

    [Fact]
    public void A_deeply_nested_manifest_is_refused_at_its_first_step()
    {
        PluginRejectedException fault = Assert.Throws<PluginRejectedException>(() => Read("id: " + new string('[', 60_000)));

        Assert.Contains(":1:5: expected the value of 'id'", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(65_536, "no YAML")]
    [InlineData(65_537, "has 65537 bytes; a manifest has at most 65536")]
    public void A_manifest_has_at_most_64_KiB(int bytes, string expected)
    {
        string yaml = "id: \"" + new string('a', bytes - 5);

        Assert.Contains(expected, Assert.Throws<PluginRejectedException>(() => Read(yaml)).Message, StringComparison.Ordinal);
    }

    PluginManifest Read(string yaml)
    {
        File.WriteAllText(_path, yaml);
        return ManifestReader.Read(_path);
    }
}
