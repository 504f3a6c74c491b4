using System.Text;
using System.Text.Json;

namespace BitGrid.Host.Recordings.Verification;

/// <summary>Reads decisions that were recorded earlier: canonical lines, or Parquet with a column of them. Lines that are no decisions are reported and left out.</summary>
internal sealed class RecordedDecisions(InputReport report, Period period = default)
{
    const string Allowed = "decisions as written by replay: .jsonl, .jsonl.gz, or .parquet; or as kept by the running house: its archive or its database";

    /// <summary>The decisions of a file, in its order; a folder or a database is read as a recording.</summary>
    public IEnumerable<RecordedDecision> Read(string path) => Directory.Exists(path) || RecordingFiles.IsDatabase(path)
        ? Read(RecordingFiles.Find(path, report))
        : Read(path, path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase) ? DecisionLines.OfParquet(path) : DecisionLines.OfText(path));

    /// <summary>The decisions that stand in the parts of a recording.</summary>
    public IEnumerable<RecordedDecision> Read(IEnumerable<RecordingPart> parts) => parts.SelectMany(part => Read(part.Name, Lines(part)));

    IEnumerable<RecordedDecision> Read(string path, IEnumerable<ReadOnlyMemory<char>> source)
    {
        using IEnumerator<ReadOnlyMemory<char>> lines = source.GetEnumerator();
        for (long number = 1; TryNext(lines, path); number++)
        {
            if (Parse(lines.Current, new(path, number)) is { } decision && period.Contains(decision.Block))
                yield return decision;
        }
    }

    // Opened by the first line, where a failure is caught.
    static IEnumerable<ReadOnlyMemory<char>> Lines(RecordingPart part)
    {
        foreach (ReadOnlyMemory<char> line in part.Decisions())
            yield return line;
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
