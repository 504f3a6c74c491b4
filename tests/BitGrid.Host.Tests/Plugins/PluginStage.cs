using System.Security.Cryptography;
using BitGrid.Host.Plugins;

namespace BitGrid.Host.Tests.Plugins;

/// <summary>A plugins folder of its own for one test, with copies of really built plugins to tamper with.</summary>
internal sealed class PluginStage : IDisposable
{
    public static readonly DateTimeOffset Noon = new(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);

    static readonly string s_artifacts = Path.GetDirectoryName(PluginFolder.Find(null, null, AppContext.BaseDirectory))!;

    /// <param name="plugins">Ids of the plugins to copy: built-in ones, the sample, or those under <c>tests/TestPlugins</c>.</param>
    public PluginStage(params string[] plugins)
    {
        foreach (string plugin in plugins)
            CopyFolder(BuiltFolderOf(plugin), FolderOf(plugin));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("bitgrid-plugins-").FullName;

    public string FolderOf(string plugin) => Path.Combine(Folder, plugin);

    public string FileOf(string plugin, string file) => Path.Combine(Folder, plugin, file);

    public string ManifestOf(string plugin) => FileOf(plugin, "plugin.yaml");

    public void EditManifest(string plugin, Func<string, string> edit) =>
        File.WriteAllText(ManifestOf(plugin), edit(File.ReadAllText(ManifestOf(plugin))));

    /// <summary>Writes the present hash of a file into the manifest, as somebody would who replaces a library by hand.</summary>
    public void RefreshHash(string plugin, string file)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(FileOf(plugin, file))));
        File.WriteAllLines(ManifestOf(plugin), [.. File.ReadLines(ManifestOf(plugin)).Select(line =>
            line.Contains($"\"{file}\"", StringComparison.Ordinal) ? $"- {{ name: {file}, sha256: {hash} }}" : line)]);
    }

    public PluginCatalog Load() => PluginCatalog.Load(Folder, PluginCatalog.HostVersion, new StoppedClock(Noon));

    public PluginReport Report(string plugin) => Load().Plugins.Single(report => report.Id == plugin);

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows()) // Windows does not delete an assembly that is loaded.
            Directory.Delete(Folder, recursive: true);
    }

    public static string BuiltFolderOf(string plugin) => new[] { "plugins", "test-plugins", "samples" }
        .Select(kind => Path.Combine(s_artifacts, kind, plugin))
        .First(Directory.Exists);

    public static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
