namespace BitGrid.Host.Plugins;

/// <summary>Where plugins lie.</summary>
internal static class PluginFolder
{
    /// <summary>Environment variable that names the plugins folder.</summary>
    public const string Variable = "BITGRID_PLUGINS";

    /// <summary>The plugins folder in force.</summary>
    /// <param name="option">Value of <c>--plugins</c>, if given.</param>
    public static string Default(string? option) =>
        Find(option, Environment.GetEnvironmentVariable(Variable), AppContext.BaseDirectory);

    /// <summary>
    /// The first of: the option; the variable; <c>plugins</c> beside the program; <c>plugins</c> beside the folder <c>bin</c>
    /// that holds the program, as in everything that is delivered. A program that runs from the output of a build, which is a
    /// folder named <c>artifacts</c>, finds the plugins of the same build there.
    /// </summary>
    /// <returns>A full path; the folder need not exist.</returns>
    public static string Find(string? option, string? variable, string programFolder)
    {
        string beside = Path.Combine(programFolder, "plugins");
        string folder = option ?? (string.IsNullOrEmpty(variable) ? null : variable) ?? (Directory.Exists(beside) ? null : OfDelivery(programFolder) ?? OfBuild(programFolder)) ?? beside;
        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
    }

    static string? OfDelivery(string programFolder)
    {
        DirectoryInfo folder = new(Path.TrimEndingDirectorySeparator(programFolder));
        string plugins = Path.Combine(folder.Parent?.FullName ?? "", "plugins");
        return folder.Name == "bin" && Directory.Exists(plugins) ? plugins : null;
    }

    static string? OfBuild(string programFolder)
    {
        for (DirectoryInfo? folder = new(programFolder); folder is not null; folder = folder.Parent)
        {
            if (string.Equals(folder.Name, "artifacts", StringComparison.Ordinal))
                return Path.Combine(folder.FullName, "plugins");
        }

        return null;
    }
}
