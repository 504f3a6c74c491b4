using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BitGrid.Engine.Explanation;
using BitGrid.Engine.Kpis;
using BitGrid.Host.Cli;
using BitGrid.Host.Configuration;
using BitGrid.Host.Recordings;
using BitGrid.Host.Scenarios;
using Sylvan.Data.Csv;

namespace BitGrid.Host.Gate;

/// <summary>
/// An installation: its own program is asked, in a process of its own, with its own plugins. It decides; this program judges what it
/// decided. Explanation coverage and the energies are those it reckons itself.
/// </summary>
internal sealed class ProgramSide(CandidateProgram program, SiteConfiguration configuration, Language language) : IGateSide
{
    const string Unasked = "program";

    static readonly string[] Columns = ["block_id", "load_id", "action", "reason_code", "deciding_rule", "running", "level", "explanation"];

    /// <inheritdoc/>
    public string Version => program.Version;

    /// <inheritdoc/>
    public SiteConfiguration Configuration => configuration;

    /// <inheritdoc/>
    public IReadOnlyList<ScenarioResult> Play(IReadOnlyList<string> suites)
    {
        ProgramAnswer answer = program.Ask("scenarios", ["--format", "json", .. suites.Where(Directory.Exists).SelectMany(suite => new[] { "--suite", suite })]);
        try
        {
            return answer.ExitCode is ExitCode.Fine or ExitCode.CheckFailed ? ScenarioJson.Read(answer.Output) : [Failed(answer.Text)];
        }
        catch (JsonException)
        {
            return [Failed(answer.Text)];
        }
    }

    /// <inheritdoc/>
    public Replayed Replay(string data, Period period)
    {
        string folder = Directory.CreateTempSubdirectory("bitgrid-gate-").FullName;
        try
        {
            string decisions = Path.Combine(folder, "decisions.csv");
            string kpis = Path.Combine(folder, "kpis.json");
            string[] limits = [.. Limit("--from", period.From), .. Limit("--to", period.Until)];
            long began = Stopwatch.GetTimestamp();
            ProgramAnswer answer = program.Ask("replay", ["--input", data, "--format", "csv", "--output", decisions, "--kpi", kpis, "--lang", language == Language.De ? "de" : "en", .. limits]);
            if (answer.ExitCode != ExitCode.Fine)
                throw new GateException($"the recorded days cannot be decided again by the candidate: {answer.Text}");
            ImmutableArray<Outcome> outcomes = [.. Outcomes(decisions)];
            double meanMs = Stopwatch.GetElapsedTime(began).TotalMilliseconds / Math.Max(1, outcomes.Length);
            return new(outcomes, KpiFile.Read(kpis), meanMs);
        }
        catch (JsonException fault)
        {
            throw new GateException($"the figures that the candidate reckons cannot be read: {fault.Message}", fault);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static ScenarioResult Failed(string why) => new(Unasked, "The scenarios are played by the candidate's own program", ScenarioVerdict.Failed, $"it could not be asked: {why}", []);

    static string[] Limit(string option, Block? block) => block is { } limit ? [option, limit.WindowStart.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)] : [];

    static IEnumerable<Outcome> Outcomes(string file)
    {
        using CsvDataReader row = CsvDataReader.Create(file, new CsvDataReaderOptions { Culture = CultureInfo.InvariantCulture });
        int[] at = [.. Columns.Select(row.GetOrdinal)];
        while (row.Read())
        {
            yield return new(
                new Block(row.GetInt64(at[0])), row.GetString(at[1]), row.GetString(at[2]), row.GetString(at[3]), row.GetString(at[4]),
                row.GetBoolean(at[5]), row.GetInt32(at[6]), row.GetString(at[7]));
        }
    }
}
