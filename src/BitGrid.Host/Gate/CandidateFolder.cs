using System.Formats.Tar;
using System.IO.Compression;

namespace BitGrid.Host.Gate;

/// <summary>A candidate on disk: a folder of configuration, or an installation with a program and plugins. A tarball is unpacked for as long as it is looked at.</summary>
internal sealed class CandidateFolder : IDisposable
{
    const string MainFile = "config.yaml";
    static readonly string[] Programs = ["bin/bitgrid", "bitgrid", "bin/bitgrid.exe", "bitgrid.exe", "bin/bitgrid.dll", "bitgrid.dll"];

    readonly string? _unpacked;

    CandidateFolder(string path, string? unpacked) => (Path, _unpacked) = (path, unpacked);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>True for a folder with the YAML files of a configuration.</summary>
    public bool IsConfig => File.Exists(In(MainFile));

    /// <summary>Its program; <see langword="null"/> when it has none.</summary>
    public string? Program => Programs.Select(In).FirstOrDefault(File.Exists);

    /// <summary>Its plugins; <see langword="null"/> when it has none.</summary>
    public string? Plugins => Directory.Exists(In("plugins")) ? In("plugins") : null;

    /// <summary>Opens a candidate.</summary>
    /// <exception cref="GateException">It is none.</exception>
    public static CandidateFolder Open(string path)
    {
        CandidateFolder folder = Directory.Exists(path) ? new(path, null) : File.Exists(path) ? Unpack(path) : throw new GateException($"{path}: there is no such folder or file. Name a folder with config.yaml, an unpacked installation, or its tarball.");
        if (folder.IsConfig || folder.Program is not null || folder.Plugins is not null)
            return folder;
        folder.Dispose();
        throw new GateException($"{path}: holds neither a configuration ({MainFile}) nor a program (bin/bitgrid) nor plugins (plugins). Name a folder with config.yaml, an unpacked installation, or its tarball.");
    }

    public void Dispose()
    {
        if (_unpacked is not null)
            Directory.Delete(_unpacked, recursive: true);
    }

    static CandidateFolder Unpack(string tarball)
    {
        string folder = Directory.CreateTempSubdirectory("bitgrid-candidate-").FullName;
        try
        {
            using FileStream file = File.OpenRead(tarball);
            using Stream content = tarball.EndsWith(".tar", StringComparison.Ordinal) ? file : new GZipStream(file, CompressionMode.Decompress);
            TarFile.ExtractToDirectory(content, folder, overwriteFiles: false); // refuses names that lead out of the folder
            string[] entries = Directory.GetFileSystemEntries(folder);
            return new(entries is [var only] && Directory.Exists(only) ? only : folder, folder);
        }
        catch (Exception damage) when (damage is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Directory.Delete(folder, recursive: true);
            throw new GateException($"{tarball}: cannot be unpacked ({damage.Message.TrimEnd('.')}). Name a whole .tar.gz of an installation; copy it again if it was cut off.", damage);
        }
    }

    string In(string name) => System.IO.Path.Combine(Path, name);
}
