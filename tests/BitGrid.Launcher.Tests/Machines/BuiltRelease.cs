using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using BitGrid.Host.Update;
using BitGrid.Launcher.Tests.Update;
using BitGrid.TestKit;

namespace BitGrid.Launcher.Tests.Machines;

/// <summary>The tarball that <c>make build</c> has made for this machine, published again under other versions, whole or broken.</summary>
static class BuiltRelease
{
    static string Tarball
    {
        get
        {
            string file = RepositoryRoot.PathTo("dist/" + Release.TarballOfThisMachine);
            return File.Exists(file) ? file : throw new FileNotFoundException($"{file}: there is nothing to install. Build it first: make build");
        }
    }

    /// <summary>Its version.</summary>
    public static string Version => ReleaseArchive.Open(Tarball).Version.Text;

    /// <summary>Publishes it under a version.</summary>
    /// <param name="stage">Where.</param>
    /// <param name="version">The version.</param>
    /// <param name="program">A shell script in place of its program; <see langword="null"/>: the program itself.</param>
    public static void Publish(ReleaseStage stage, string version, string? program = null)
    {
        using GZipStream content = new(File.OpenRead(Tarball), CompressionMode.Decompress);
        using TarReader reader = new(content);
        stage.Publish(Entries(reader, version, program));
    }

    static IEnumerable<TarEntry> Entries(TarReader reader, string version, string? program)
    {
        while (reader.GetNextEntry(copyData: true) is { } entry)
        {
            entry.Name = $"bitgrid-{version}{entry.Name[entry.Name.IndexOf('/', StringComparison.Ordinal)..]}";
            if (entry.Name.EndsWith("/VERSION", StringComparison.Ordinal))
                entry.DataStream = new MemoryStream(Encoding.UTF8.GetBytes(version + "\n"));
            if (program is not null && entry.Name.EndsWith("/bin/bitgrid", StringComparison.Ordinal))
                entry.DataStream = new MemoryStream(Encoding.UTF8.GetBytes(program));
            yield return entry;
        }
    }
}
