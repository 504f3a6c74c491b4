namespace BitGrid.Build.Packaging;

/// <summary>The tarball of a platform.</summary>
internal static class Tarball
{
    /// <summary>
    /// Packs a folder. The compressor is GNU gzip, whose output depends on nothing but its input; that of .NET may differ
    /// from processor to processor.
    /// </summary>
    public static void Make(string folder, string file, DateTimeOffset time)
    {
        var tar = file[..^".gz".Length];
        using (var output = File.Create(tar))
            TarArchive.Write(output, folder, time);
        Shell.RunQuietly("gzip", "--best", "--no-name", "--force", tar);
    }
}
