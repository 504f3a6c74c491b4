namespace BitGrid.Host.Plugins;

/// <summary>
/// The plugins of a folder, loaded once at start. A fault stays with its plugin. Folders are taken in ordinal order, the
/// project's own (<c>bitgrid.*</c>) first, so neither the file system nor a stranger decides who gets an id.
/// </summary>
/// <param name="Plugins">Every folder with its status, sorted by ordinal id.</param>
/// <param name="Offers">What the active plugins offer.</param>
internal sealed record PluginCatalog(IReadOnlyList<PluginReport> Plugins, PluginOffers Offers)
{
    /// <summary>Version that plugins name in <c>min_host</c> and <c>max_host</c>: that of the contracts.</summary>
    public static Version HostVersion { get; } = typeof(IRule).Assembly.GetName().Version!;

    /// <summary>Loads the plugins of a folder.</summary>
    /// <param name="folder">One subfolder per plugin; subfolders that begin with a dot are left out.</param>
    /// <param name="host">Version of the host: <see cref="HostVersion"/>.</param>
    /// <param name="clock">Tells the time of the reports; the system's clock when <see langword="null"/>.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static PluginCatalog Load(string folder, Version host, TimeProvider? clock = null)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"The plugins folder {folder} does not exist. Name another with --plugins or {PluginFolder.Variable}, or build the built-in plugins (dotnet build).");

        PluginLoading loading = new(folder, host, (clock ?? TimeProvider.System).GetUtcNow());
        foreach (string name in PluginNames(folder))
            loading.Add(name);
        return new(
            [.. loading.Reports.OrderBy(report => report.Id, StringComparer.Ordinal)],
            new(
                [.. loading.Rules.OrderBy(rule => rule.Id, StringComparer.Ordinal)],
                [.. loading.Policies.OrderBy(policy => policy.Id, StringComparer.Ordinal)],
                [.. loading.Devices.OrderBy(device => device.Driver, StringComparer.Ordinal)]));
    }

    static IEnumerable<string> PluginNames(string folder) => Directory.EnumerateDirectories(folder)
        .Select(path => Path.GetFileName(path))
        .Where(name => !name.StartsWith('.'))
        .OrderBy(name => !name.StartsWith("bitgrid.", StringComparison.Ordinal))
        .ThenBy(name => name, StringComparer.Ordinal);
}
