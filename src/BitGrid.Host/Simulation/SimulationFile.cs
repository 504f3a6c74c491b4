using System.Text.Json;
using System.Text.Json.Serialization;
using BitGrid.Engine.Explanation;
using BitGrid.Host.Recordings.Output;

namespace BitGrid.Host.Simulation;

/// <summary>A report of a simulation as a file: JSON for programs, HTML for people.</summary>
internal static class SimulationFile
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>True when the name tells one of the two kinds.</summary>
    public static bool CanWrite(string path) => IsJson(path) || path.EndsWith(".html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes the report to a file that appears whole or not at all.</summary>
    /// <exception cref="OutputException">It cannot be written.</exception>
    public static void Write(string path, SimulationReport report, HouseStudy study, Language language)
    {
        if (!IsJson(path))
        {
            SimulationPage.Of(report, study, language).Save(path);
            return;
        }

        using OutputFile file = new(path);
        JsonSerializer.Serialize(file.Stream, report, Options);
        file.Stream.WriteByte((byte)'\n');
        file.Commit();
    }

    static bool IsJson(string path) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
