using System.IO.Compression;
using System.Text;
using System.Text.Json;
using BitGrid.Host.Recordings.Output;
using Parquet;
using Parquet.Schema;

namespace BitGrid.Host.Recordings.Verification;

/// <summary>Reads decisions that were recorded earlier: canonical lines, or Parquet with a column of them. Lines that are no decisions are reported and left out.</summary>
internal sealed class RecordedDecisions(InputReport report, Period period = default)
{
    const string Allowed = "decisions as written by replay: .jsonl, .jsonl.gz, or .parquet";

    /// <summary>The decisions of a file, in its order.</summary>
    public IEnumerable<RecordedDecision> Read(string path)
    {
        using IEnumerator<ReadOnlyMemory<char>> lines = Lines(path).GetEnumerator();
        for (long number = 1; TryNext(lines, path); number++)
        {
            if (Parse(lines.Current, new(path, number)) is { } decision && period.Contains(decision.Block))
                yield return decision;
        }
    }

    static IEnumerable<ReadOnlyMemory<char>> Lines(string path)
    {
        if (path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase))
            return ParquetLines(path);
        return TextLines(path);
    }

    static IEnumerable<ReadOnlyMemory<char>> TextLines(string path)
    {
        bool isCompressed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        using FileStream file = File.OpenRead(path);
        using StreamReader reader = new(isCompressed ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line)
            yield return line.AsMemory();
    }

    static IEnumerable<ReadOnlyMemory<char>> ParquetLines(string path)
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

    bool TryNext(IEnumerator<ReadOnlyMemory<char>> lines, string path)
    {
        try
        {
            return lines.MoveNext();
        }
        // A damaged file can surface as any exception of its format's library.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            report.Add(new(new(path), $"the recorded decisions cannot be read ({InputFault.Shown(fault)})", Allowed, "check the path, or record again"));
            return false;
        }
    }

    static byte[] Utf8(ReadOnlySpan<char> line)
    {
        byte[] bytes = new byte[Encoding.UTF8.GetByteCount(line)];
        Encoding.UTF8.GetBytes(line, bytes);
        return bytes;
    }

    RecordedDecision? Parse(ReadOnlyMemory<char> line, Place place)
    {
        try
        {
            return RecordedDecision.Parse(Utf8(line.Span));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            report.Add(new(place, $"'{InputFault.Shown(line.Span)}' is no decision ({InputFault.Shown(fault)})", Allowed, "record again"));
            return null;
        }
    }
}
