using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BitGrid.Host.Gate;

/// <summary>Every acceptance there was, a JSON line each, in a file beside the data. Lines are added and never changed.</summary>
internal sealed class AcceptanceLog
{
    const string FileName = "gate-accepted.jsonl";

    static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="data">The data folder, or a file of recorded days: then the log lies beside it.</param>
    public AcceptanceLog(string data) =>
        Path = System.IO.Path.Combine(File.Exists(data) ? System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(data))! : data, FileName);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What was accepted of a candidate.</summary>
    /// <exception cref="GateException">The file cannot be read.</exception>
    public ImmutableArray<Acceptance> Of(string configHash, string version)
    {
        try
        {
            return !File.Exists(Path) ? [] :
            [
                .. from line in File.ReadLines(Path)
                   where line.Length > 0
                   let acceptance = JsonSerializer.Deserialize<Acceptance>(line, Options)!
                   where acceptance.ConfigHash == configHash && acceptance.Version == version
                   select acceptance,
            ];
        }
        catch (Exception damage) when (damage is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new GateException($"{Path}: what was accepted cannot be read ({damage.Message.TrimEnd('.')}). Mend or remove the line; what is removed must be accepted again.", damage);
        }
    }

    /// <summary>Adds an acceptance.</summary>
    /// <exception cref="GateException">The file cannot be written.</exception>
    public void Add(Acceptance acceptance)
    {
        try
        {
            File.AppendAllText(Path, JsonSerializer.Serialize(acceptance, Options) + "\n");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new GateException($"{Path}: what is accepted cannot be recorded, so it is not accepted ({refused.Message.TrimEnd('.')}). Run it as the user who owns the data folder.", refused);
        }
    }
}
