using System.Runtime.InteropServices;

namespace BitGrid.Host.Update;

/// <summary>The files of a release, as they are published side by side.</summary>
/// <param name="Folder">Folder they lie in.</param>
/// <param name="TarballName">File name of the tarball.</param>
internal sealed record Release(string Folder, string TarballName)
{
    public const string ChecksumsName = "checksums.txt";
    public const string SignatureName = "checksums.txt.sig";

    /// <summary>Path of the version itself.</summary>
    public string Tarball => Path.Combine(Folder, TarballName);

    /// <summary>Path of the SHA-256 of every published file, as <c>sha256sum</c> writes them.</summary>
    public string Checksums => Path.Combine(Folder, ChecksumsName);

    /// <summary>Path of the signature of the checksums, made with <c>ssh-keygen -Y sign</c>.</summary>
    public string Signature => Path.Combine(Folder, SignatureName);

    /// <summary>Name of the tarball for this machine.</summary>
    public static string TarballOfThisMachine => RuntimeInformation.OSArchitecture == Architecture.X64 ? "bitgrid-core-linux-x64.tar.gz" : "bitgrid-core.tar.gz";
}
