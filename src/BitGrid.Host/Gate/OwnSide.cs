using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics;
using BitGrid.Engine;
using BitGrid.Engine.Explanation;
using BitGrid.Engine.Kpis;
using BitGrid.Engine.Replay;
using BitGrid.Host.Cli;
using BitGrid.Host.Configuration;
using BitGrid.Host.Recordings;
using BitGrid.Host.Scenarios;

namespace BitGrid.Host.Gate;

/// <summary>A configuration and plugins under this very program.</summary>
internal sealed class OwnSide(House house, Language language) : IGateSide
{
    const double Percentile = 0.99;

    /// <inheritdoc/>
    public string Version => ProductVersion.Text;

    /// <inheritdoc/>
    public SiteConfiguration Configuration => house.Configuration;

    /// <summary>The engine made of both.</summary>
    public DecisionEngine Engine => house.Engine;

    /// <summary>Rules and policies that failed while they were asked.</summary>
    public IEnumerable<RuleFault> Faults => house.Faults.Values.OrderBy(fault => fault.Id, StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<ScenarioResult> Play(IReadOnlyList<string> suites) => ScenarioSuite.Run(ScenarioSuite.Read(suites), Configuration, Engine);

    /// <inheritdoc/>
    public Replayed Replay(string data, Period period)
    {
        Explainer explainer = new(language);
        KpiCalculator kpis = new(Configuration.Site, Configuration.ThermalLimitC);
        var outcomes = ImmutableArray.CreateBuilder<Outcome>();
        List<double> latenciesMs = [];
        ArrayBufferWriter<byte> line = new();
        using IEnumerator<Decision[]> blocks = new Replayer(Engine, Configuration.Site).Run(RecordedDays.Read(data, period, Configuration.Site).Rows).GetEnumerator();
        for (long began = Stopwatch.GetTimestamp(); blocks.MoveNext(); began = Stopwatch.GetTimestamp())
        {
            DecisionRecord[] records = [.. blocks.Current.Select(Engine.Describe)];
            foreach (DecisionRecord record in records)
                DecisionLine.Write(line, record);
            line.ResetWrittenCount();
            latenciesMs.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            kpis.Add(blocks.Current, records);
            outcomes.AddRange(records.Select(record => Of(record, explainer)));
        }

        latenciesMs.Sort();
        return new(outcomes.ToImmutable(), kpis.Report(), latenciesMs.Count == 0 ? null : latenciesMs[(int)((latenciesMs.Count - 1) * Percentile)]);
    }

    static Outcome Of(DecisionRecord record, Explainer explainer) => new(
        record.Block, record.LoadId, Words.Of(record.Action), record.Reason.Code, record.DecidingRule ?? "", record.NewState.Running, record.NewState.Level, explainer.Sentence(record));
}
