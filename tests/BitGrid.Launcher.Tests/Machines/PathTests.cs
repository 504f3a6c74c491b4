using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using BitGrid.TestKit;

namespace BitGrid.Launcher.Tests.Machines;

/// <summary>What is delivered does not tell where it was built: else it would be another one from every folder.</summary>
[Trait("Category", "Slow")]
public sealed class PathTests : IDisposable
{
    static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    readonly string _folder = Directory.CreateTempSubdirectory("bitgrid-paths-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [MachineFact]
    public void No_symbol_and_no_source_within_the_symbols_names_the_folder_of_the_build()
    {
        Command.Run("tar", "-xzf", Dist.Find("bitgrid-core-linux-x64.tar.gz"), "-C", _folder);
        string[] symbols = Directory.GetFiles(_folder, "*.pdb", SearchOption.AllDirectories);
        Assert.Contains(symbols, file => Path.GetFileName(file) == "bitgrid.pdb");

        foreach (string file in symbols)
        {
            using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(file));
            MetadataReader reader = provider.GetMetadataReader();
            Assert.All(Names(reader), name => Assert.StartsWith("/_/", name, StringComparison.Ordinal));
            Assert.All(Sources(reader), source => Assert.DoesNotContain(RepositoryRoot.Folder, source, StringComparison.Ordinal));
        }
    }

    static IEnumerable<string> Names(MetadataReader reader) => reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name));

    static IEnumerable<string> Sources(MetadataReader reader) =>
        from handle in reader.CustomDebugInformation
        let information = reader.GetCustomDebugInformation(handle)
        where reader.GetGuid(information.Kind) == EmbeddedSource
        select Text(reader.GetBlobBytes(information.Value));

    // A length, and the source, compressed if the length is not 0.
    static string Text(byte[] blob)
    {
        MemoryStream content = new(blob, 4, blob.Length - 4);
        if (BitConverter.ToInt32(blob) == 0)
            return Encoding.UTF8.GetString(content.ToArray());
        using DeflateStream source = new(content, CompressionMode.Decompress);
        using StreamReader text = new(source);
        return text.ReadToEnd();
    }
}
