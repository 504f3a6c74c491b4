using System.Security.Cryptography;
using System.Text;
using BitGrid.Engine;
using BitGrid.Engine.Explanation;
using BitGrid.Engine.Kpis;
using BitGrid.Engine.Replay;
using BitGrid.Host.Cli.Views;
using BitGrid.Host.Recordings;
using BitGrid.Host.Recordings.Fields;
using BitGrid.Host.Recordings.Output;
using BitGrid.Host.Recordings.Verification;
using BitGrid.Host.Shards;

namespace BitGrid.Host.Cli;

/// <summary>A replay from the input file to the exit code.</summary>
internal sealed class ReplayJob(Terminal terminal, ReplayRequest request)
{
    public int Run()
    {
        if (House.Open(request.Config, request.Plugins, terminal) is not { } house)
            return ExitCode.BadInput;
        try
        {
            return Run(house);
        }
        catch (OutputException fault)
        {
            terminal.Error.WriteLine($"error: {fault.Message}");
            return ExitCode.BadInput;
        }
    }

    int Run(House house)
    {
        SiteProfile site = house.Configuration.Site;
        InputReport report = new();
        KpiCalculator kpis = new(site, house.Configuration.ThermalLimitC);
        using DecisionFingerprint fingerprint = new();
        using ITableWriter<DecisionRow>? writer = OpenWriter(() => Label(house, kpis.Report()));
        // Looked for once: the house may be running, and both are to mean the same rows.
        IReadOnlyList<RecordingPart> parts = RecordingFiles.Find(request.Input, report);
        using DecisionComparison? comparison = request.IsVerified ? new(Recorded(parts, report)) : null;
        ChangeLog changes = new(terminal, request.Language, shown: request.Format == "table");

        IEnumerable<ReplayRow> rows = new RecordingReader(site, report, request.Period).Read(parts);
        Replayer replayer = new(house.Engine, site, request.AsRecorded);
        foreach (ReplayStep step in ReplayProgress.Watch(terminal, report.Progress, ReplayPipeline.Run(house.Engine, replayer, rows, request.Shard)))
        {
            kpis.Add(step.Decisions, house.Engine);
            for (int i = 0; i < step.Records.Length; i++)
            {
                fingerprint.Add(step.Lines[i].Span);
                writer?.Write(new DecisionRow(step.Records[i], step.Lines[i]));
                comparison?.Compare(step.Records[i], step.Lines[i]);
                changes.Add(step.Records[i]);
            }
        }

        comparison?.Complete();
        terminal.Error.WriteLine(report);
        house.ReportFaults(terminal);
        if (report.IsBad)
            return ExitCode.BadInput;
        writer?.Complete();
        Summarize(kpis.Report(), fingerprint.ToString());
        return comparison is null ? ExitCode.Fine : Verdict(comparison, house.Configuration.ConfigHash);
    }

    IEnumerable<RecordedDecision> Recorded(IReadOnlyList<RecordingPart> parts, InputReport report)
    {
        RecordedDecisions decisions = new(report, request.Period);
        return request.Verify is { } recorded ? decisions.Read(recorded) : decisions.Read(parts);
    }

    int Verdict(DecisionComparison comparison, string configHash)
    {
        Summary.WriteLine(comparison);
        foreach (ConfigSpan foreign in comparison.Configs.Where(config => config.ConfigHash != configHash))
            Summary.WriteLine(foreign.UnlikeGiven(configHash));
        return comparison.IsMatch ? ExitCode.Fine : ExitCode.CheckFailed;
    }

    ITableWriter<DecisionRow>? OpenWriter(Func<ResultLabel> label)
    {
        if (request.Format == "table")
            return request.Output is null ? null : DecisionOutput.Open(request.Output, FormatOf(request.Output), explain: null, label);
        Explainer explainer = new(request.Language);
        return DecisionOutput.Open(request.Output ?? OutputFile.StandardOutput, Enum.Parse<DecisionFormat>(request.Format, ignoreCase: true), explainer.Sentence, label);
    }

    // Every shard decides everything, so its figures are those of the whole: they prove that all parts come from the same input.
    ResultLabel Label(House house, KpiReport report) => ResultLabel.Of("decisions", RecordingFields.BlockId, request.Shard,
    [
        .. house.Origin,
        ("period", $"{request.Period.From?.Id} to {request.Period.Until?.Id}"),
        ("as_recorded", request.AsRecorded.ToString()),
        ("language", request.Language.ToString()),
        ("kpis", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(KpiFile.Text(report))))),
    ]);

    static DecisionFormat FormatOf(string file) =>
        file.EndsWith(".parquet", StringComparison.Ordinal) ? DecisionFormat.Parquet
        : file.Contains(".csv", StringComparison.Ordinal) ? DecisionFormat.Csv
        : DecisionFormat.Jsonl;

    void Summarize(KpiReport report, string fingerprint)
    {
        if (request.KpiFile is { } file)
            KpiFile.Write(file, report);
        if (!OutputIsTaken)
            KpiView.Show(terminal, report.Period, request.Language);
        Summary.WriteLine(request.Shard.IsWhole
            ? $"{request.Language.Say("decision fingerprint", "Fingerabdruck der Entscheidungen")}: {fingerprint}"
            : request.Language.Say($"shard {request.Shard}; bitgrid merge gives the fingerprint", $"Teil {request.Shard}; bitgrid merge nennt den Fingerabdruck"));
    }

    // Decisions on the standard output are for a program: what is for people then goes beside them.
    bool OutputIsTaken => request.Format != "table" && request.Output is null or OutputFile.StandardOutput;

    TextWriter Summary => OutputIsTaken ? terminal.Error : terminal.Out.Profile.Out.Writer;
}
