using BenchmarkDotNet.Attributes;
using BitGrid.Engine;
using BitGrid.Engine.Kpis;
using BitGrid.Engine.Replay;
using BitGrid.Host.Cli;
using BitGrid.Host.Recordings;
using BitGrid.Host.Recordings.Output;
using BitGrid.Host.Shards;

namespace BitGrid.Benchmarks;

/// <summary>
/// What a replay of a house-year costs from file to file, as <c>bitgrid replay</c> does it: read, check, decide, describe, fingerprint,
/// KPIs, write. Per year of 52,560 blocks, after start-up. The baseline decides alone, on rows in memory.
/// </summary>
[Config(typeof(InProcessConfig))]
public class PipelineBenchmarks
{
    readonly string _folder = Directory.CreateTempSubdirectory("bitgrid-bench-").FullName;
    readonly DecisionEngine _engine = BuiltInRules.Engine();
    ReplayRow[] _rows = [];

    [GlobalSetup]
    public void WriteTheYear()
    {
        _rows = HouseYear.Rows();
        foreach (string format in (string[])["csv", "parquet"])
        {
            using ITableWriter<ReplayRow> writer = RecordingOutput.Open(PathOf(format));
            foreach (ReplayRow row in _rows)
                writer.Write(row);
            writer.Complete();
        }
    }

    [GlobalCleanup]
    public void RemoveTheYear() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Description = "decide only, rows in memory", Baseline = true)]
    public int Decide() => new Replayer(_engine, HouseYear.Site).Run(_rows).Count();

    [Benchmark(Description = "rows in memory to records, lines and fingerprint")]
    public string Fingerprint() => Replay(_rows, writer: null);

    [Benchmark(Description = "read CSV")]
    public int ReadCsv() => Read("csv").Count();

    [Benchmark(Description = "read Parquet")]
    public int ReadParquet() => Read("parquet").Count();

    [Benchmark(Description = "Parquet to KPIs alone, as bitgrid fleet does")]
    public KpiReport ParquetToKpis()
    {
        KpiCalculator kpis = new(HouseYear.Site, thermalLimitC: 85);
        foreach (Decision[] decisions in new Replayer(_engine, HouseYear.Site).Run(Read("parquet")))
            kpis.Add(decisions, _engine);
        return kpis.Report();
    }

    [Benchmark(Description = "CSV to fingerprint and KPIs")]
    public string CsvToFingerprint() => Replay(Read("csv"), writer: null);

    [Benchmark(Description = "CSV to JSONL")]
    public string CsvToJsonLines() => ReplayTo("csv", DecisionFormat.Jsonl);

    [Benchmark(Description = "(b) CSV to Parquet")]
    public string CsvToParquet() => ReplayTo("csv", DecisionFormat.Parquet);

    [Benchmark(Description = "(b) Parquet to Parquet")]
    public string ParquetToParquet() => ReplayTo("parquet", DecisionFormat.Parquet);

    string ReplayTo(string input, DecisionFormat format)
    {
        using ITableWriter<DecisionRow> writer = DecisionOutput.Open(Path.Combine(_folder, "decisions"), format);
        string fingerprint = Replay(Read(input), writer);
        writer.Complete();
        return fingerprint;
    }

    string Replay(IEnumerable<ReplayRow> rows, ITableWriter<DecisionRow>? writer)
    {
        KpiCalculator kpis = new(HouseYear.Site, thermalLimitC: 85);
        using DecisionFingerprint fingerprint = new();
        foreach (ReplayStep step in ReplayPipeline.Run(_engine, new Replayer(_engine, HouseYear.Site), rows, Shard.Whole))
        {
            kpis.Add(step.Decisions, _engine);
            fingerprint.Add(step.Lines[0].Span);
            writer?.Write(new DecisionRow(step.Records[0], step.Lines[0]));
        }

        return fingerprint.ToString();
    }

    IEnumerable<ReplayRow> Read(string format) => new RecordingReader(HouseYear.Site, new InputReport()).Read(PathOf(format));

    string PathOf(string format) => Path.Combine(_folder, $"year.{format}");
}
