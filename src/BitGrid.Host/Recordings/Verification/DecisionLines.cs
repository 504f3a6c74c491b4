using System.IO.Compression;
using BitGrid.Host.Recordings.Output;
using Parquet;
using Parquet.Schema;

namespace BitGrid.Host.Recordings.Verification;

/// <summary>Canonical lines of decisions as they stand in files.</summary>
internal static class DecisionLines
{
    /// <summary>The lines of a text file; <c>.gz</c> at its end is compressed.</summary>
    public static IEnumerable<ReadOnlyMemory<char>> OfText(string path)
    {
        bool isCompressed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        using FileStream file = File.OpenRead(path);
        using StreamReader reader = new(isCompressed ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line)
            yield return line.AsMemory();
    }

    /// <summary>The column <c>record</c> of a Parquet file.</summary>
    public static IEnumerable<ReadOnlyMemory<char>> OfParquet(string path)
    {
        using SynchronousFile file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        ParquetReader reader = ParquetReader.CreateAsync(file).GetAwaiter().GetResult();
        DataField record = reader.Schema.GetDataFields().FirstOrDefault(field => field.Name == DecisionOutput.Record)
            ?? throw new InvalidDataException($"there is no column {DecisionOutput.Record}");
        foreach (ParquetRowGroupReader group in reader.RowGroups)
        {
            var lines = new ReadOnlyMemory<char>?[group.RowCount];
            group.ReadAsync<ReadOnlyMemory<char>>(record, lines).AsTask().GetAwaiter().GetResult();
            foreach (ReadOnlyMemory<char>? line in lines)
                yield return line.GetValueOrDefault();
        }
    }
}
