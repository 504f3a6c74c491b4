using BitGrid.Host.Configuration;
using BitGrid.Host.Configuration.Schemas;
using BitGrid.Host.Plugins;

namespace BitGrid.Host.Service;

/// <summary>
/// Reads the configuration, and keeps a copy of the last that was good: after an update, or a slip of the editor, the house
/// runs on with that one.
/// </summary>
/// <param name="folder">Folder of the configuration.</param>
/// <param name="dataFolder">Folder of everything that is kept.</param>
/// <param name="offers">What the plugins offer.</param>
internal sealed class ConfigKeeper(string folder, string dataFolder, PluginOffers offers)
{
    readonly string _lastGood = Path.Combine(dataFolder, "last-good-config");

    /// <summary>Folder of the configuration.</summary>
    public string Folder => folder;

    /// <summary>The configuration as it stands, or every fault. Where a good one was in force before, an unknown key is only a warning.</summary>
    public ConfigResult Read() => ConfigLoader.Load(folder, offers, Directory.Exists(_lastGood) ? UnknownKeys.Warn : UnknownKeys.Refuse);

    /// <summary>The last configuration that was good; <see langword="null"/> when there is none that can still be used.</summary>
    public SiteConfiguration? ReadLastGood() =>
        Directory.Exists(_lastGood) ? ConfigLoader.Load(_lastGood, offers, UnknownKeys.Warn).Configuration : null;

    /// <summary>The files as they stand, by name. What else lies beside them may be a secret, and is kept nowhere.</summary>
    public IReadOnlyDictionary<string, byte[]> Files =>
        ConfigFolder.Read(folder).Files.Where(file => ConfigFiles.All.Contains(file.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal);

    /// <summary>Keeps the configuration as it stands as the last good one.</summary>
    /// <exception cref="IOException">The data folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The data folder must not be written.</exception>
    public void Keep()
    {
        string next = _lastGood + ".new";
        if (Directory.Exists(next))
            Directory.Delete(next, recursive: true);
        Directory.CreateDirectory(next);
        foreach ((string name, byte[] content) in Files)
            File.WriteAllBytes(Path.Combine(next, name), content);
        if (Directory.Exists(_lastGood))
            Directory.Delete(_lastGood, recursive: true);
        Directory.Move(next, _lastGood);
    }
}
