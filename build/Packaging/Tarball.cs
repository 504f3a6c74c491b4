namespace BitGrid.Build.Packaging;

/// <summary>The tarball of a platform.</summary>
internal static class Tarball
{
    public static void Make(string folder, string file, DateTimeOffset time)
    {
        var tar = Path.ChangeExtension(file, null);
        using (var output = File.Create(tar))
            TarArchive.WriteFolder(output, folder, time);
        Gzip.Compress(tar, level: 12);
    }
}
