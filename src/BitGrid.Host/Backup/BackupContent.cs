using BitGrid.Host.Configuration.Schemas;

namespace BitGrid.Host.Backup;

/// <summary>
/// What a backup may hold, by name: the manifest, the database and the files of the configuration. Nothing else goes in, for
/// whatever else lies beside them may be a secret; and nothing else comes out, for a foreign name could lead anywhere.
/// </summary>
internal static class BackupContent
{
    public const string Manifest = "manifest.json";
    public const string Database = "bitgrid.db";

    const string ConfigFolder = "config/";

    /// <summary>The name in a backup of a file of the configuration.</summary>
    public static string OfConfig(string file) => ConfigFolder + file;

    /// <summary>The file of the configuration that a name stands for; <see langword="null"/> when it stands for none.</summary>
    public static string? ConfigFile(string name) => ConfigFiles.All.FirstOrDefault(file => name == OfConfig(file));

    /// <summary>True for a name that a manifest may list.</summary>
    public static bool IsKnown(string name) => name == Database || ConfigFile(name) is not null;
}
