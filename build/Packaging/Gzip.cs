namespace BitGrid.Build.Packaging;

/// <summary>
/// Compression by libdeflate: 4 % smaller than GNU gzip, and the same bytes on every processor, which zlib-ng, the compressor
/// inside .NET, does not promise.
/// </summary>
internal static class Gzip
{
    /// <summary>Compresses <c>FILE.gz</c>'s content, which lies in <c>FILE</c>, and removes the latter. Neither name nor time goes in.</summary>
    public static void Compress(string uncompressed) => Shell.RunQuietly("libdeflate-gzip", "-12", "-f", uncompressed);
}
