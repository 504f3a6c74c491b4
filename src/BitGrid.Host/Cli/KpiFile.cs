using System.Text.Json;
using BitGrid.Engine.Kpis;
using BitGrid.Host.Recordings.Output;

namespace BitGrid.Host.Cli;

/// <summary>KPIs as JSON in the words of the domain.</summary>
internal static class KpiFile
{
    static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n" };

    /// <summary>The report as indented JSON with LF line ends.</summary>
    public static string Text(KpiReport report) => JsonSerializer.Serialize(report, Options);

    /// <summary>Reads a report that <see cref="Write"/> wrote, maybe that of another version.</summary>
    /// <exception cref="JsonException">It lacks a figure that this version knows.</exception>
    public static KpiReport Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        return JsonSerializer.Deserialize<KpiReport>(file, Options)!;
    }

    /// <summary>Writes the report to a file that appears whole or not at all.</summary>
    /// <exception cref="OutputException">It cannot be written.</exception>
    public static void Write(string path, KpiReport report)
    {
        using OutputFile file = new(path);
        JsonSerializer.Serialize(file.Stream, report, Options);
        file.Stream.WriteByte((byte)'\n');
        file.Commit();
    }
}
