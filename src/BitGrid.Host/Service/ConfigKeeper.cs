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
    // Beside the last good files, when they had no fault at all: what they were checked against, and that it was they.
    const string CheckedFile = "checked";

    readonly string _lastGood = Path.Combine(dataFolder, "last-good-config");
    string? _checked;

    /// <summary>Folder of the configuration.</summary>
    public string Folder => folder;

    /// <summary>The configuration as it stands, or every fault. Where a good one was in force before, an unknown key is only a warning.</summary>
    public ConfigResult Read()
    {
        ConfigFolder files = ConfigFolder.Read(folder);
        string seal = SealOf(files);
        bool isKnown = files.Faults.IsEmpty && seal == ReadSeal();
        ConfigResult read = isKnown
            ? ConfigLoader.LoadKnown(files, offers)
            : ConfigLoader.Load(files, offers, Directory.Exists(_lastGood) ? UnknownKeys.Warn : UnknownKeys.Refuse);
        _checked = read.Faults.IsEmpty ? seal : null;
        return read;
    }

    /// <summary>The last configuration that was good; <see langword="null"/> when there is none that can still be used.</summary>
    public SiteConfiguration? ReadLastGood() =>
        Directory.Exists(_lastGood) ? ConfigLoader.Load(_lastGood, offers, UnknownKeys.Warn).Configuration : null;

    /// <summary>The files as they stand, by name. What else lies beside them may be a secret, and is kept nowhere.</summary>
    public IReadOnlyDictionary<string, byte[]> Files =>
        ConfigFolder.Read(folder).Files.Where(file => ConfigFiles.All.Contains(file.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal);

    /// <summary>Changes one of the files, and changes it back when somebody objects.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="change">Its new content.</param>
    /// <param name="objection">Asked with the change in place.</param>
    /// <returns>The objection; <see langword="null"/> when there is none.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public string? Change(string name, Func<byte[], byte[]> change, Func<string?> objection)
    {
        string path = Path.Combine(folder, name);
        byte[] before = File.ReadAllBytes(path);
        Replace(path, change(before));
        string? objected = objection();
        if (objected is not null)
            Replace(path, before);
        return objected;
    }

    // Whole or not at all, with the rights it had.
    static void Replace(string path, byte[] content)
    {
        string next = path + ".new";
        File.WriteAllBytes(next, content);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(next, File.GetUnixFileMode(path));
        File.Move(next, path, overwrite: true);
    }

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
        if (_checked is { } seal)
            File.WriteAllText(Path.Combine(next, CheckedFile), seal);
        if (Directory.Exists(_lastGood))
            Directory.Delete(_lastGood, recursive: true);
        Directory.Move(next, _lastGood);
    }

    string? ReadSeal()
    {
        string file = Path.Combine(_lastGood, CheckedFile);
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    // Builds are deterministic, so the id of a module stands for its content.
    string SealOf(ConfigFolder files)
    {
        Type?[] types =
        [
            typeof(ConfigKeeper), typeof(IRule),
            .. offers.Rules.SelectMany(rule => new[] { rule.Type, rule.OptionsType }),
            .. offers.Policies.SelectMany(policy => new[] { policy.Type, policy.OptionsType }),
            .. offers.Devices.SelectMany(device => new[] { device.Type, device.OptionsType }),
        ];
        return string.Join(' ', types.OfType<Type>().Select(type => type.Module.ModuleVersionId.ToString("N")).Distinct(StringComparer.Ordinal).Prepend(ConfigHash.Of(files)));
    }
}
