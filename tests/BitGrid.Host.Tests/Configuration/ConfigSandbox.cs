using System.Text;
using BitGrid.Host.Configuration;
using BitGrid.Host.Plugins;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Configuration;

/// <summary>A copy of the shipped configuration that a test may break; the house in it has nothing but its site and one load.</summary>
sealed class ConfigSandbox : IDisposable
{
    const string Main = """
        # yaml-language-server: $schema=schemas/config.schema.json
        # The house and its flexible loads.
        site:
          name: Sample house
          time_zone: Europe/Berlin
          pv_peak_w: 9800
          grid_limit_w: 24000
          battery: true
          house_meter: true
          feed_in_ct_kwh: 8.1
        loads: # in order of priority: the first gets the surplus first
          - id: miner
            kind: miner
            levels_w: [800, 1300, 1650]
            efficiency_j_th: 18.5
            temperature: always
            heartbeat: true
        autonomy: full
        max_override_blocks: 3

        """;

    public ConfigSandbox()
    {
        foreach (string file in Directory.EnumerateFiles(RepositoryRoot.PathTo("config"), "*.yaml"))
            File.Copy(file, PathOf(Path.GetFileName(file)));
        Write("config.yaml", Main.ReplaceLineEndings("\n"));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("bitgrid-config-").FullName;

    public string PathOf(string file) => Path.Combine(Folder, file);

    public ConfigSandbox Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public ConfigSandbox Write(string file, byte[] content)
    {
        File.WriteAllBytes(PathOf(file), content);
        return this;
    }

    /// <summary>Replaces a text that must be there, so that a test cannot silently break nothing.</summary>
    public ConfigSandbox Edit(string file, string from, string to)
    {
        string text = File.ReadAllText(PathOf(file));
        Assert.Contains(from, text, StringComparison.Ordinal);
        return Write(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    public ConfigResult Load(UnknownKeys unknownKeys = UnknownKeys.Refuse, IEnumerable<RuleOffer>? more = null) =>
        ConfigLoader.Load(Folder, Offers.BuiltIn with { Rules = [.. Offers.BuiltIn.Rules, .. more ?? []] }, unknownKeys);

    /// <summary>The report as for a folder named <c>config</c>.</summary>
    public string Report(UnknownKeys unknownKeys = UnknownKeys.Refuse, IEnumerable<RuleOffer>? more = null) =>
        Load(unknownKeys, more).Report().Replace(Folder, "config", StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
