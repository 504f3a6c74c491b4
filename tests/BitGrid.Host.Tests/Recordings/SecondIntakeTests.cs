using System.Collections.Immutable;
using BitGrid.Engine.Intake;
using BitGrid.Engine.Replay;
using BitGrid.Host.Recordings;
using BitGrid.Host.Recordings.Output;
using CsCheck;

namespace BitGrid.Host.Tests.Recordings;

/// <summary>A state that was decided on comes out of a file as it went in, whatever the intake had to correct or derive when it was measured.</summary>
public sealed class SecondIntakeTests
{
    static readonly double[] Odd = [0, -0.0, -1, -273, 999, 0.1, double.NaN, double.PositiveInfinity, double.MaxValue, double.Epsilon];

    static readonly Gen<double?> Number = Gen.OneOf(
        Gen.Const((double?)null),
        Gen.Double[-30_000, 30_000].Select(value => (double?)value),
        Gen.Int[-5, 120].Select(value => (double?)value),
        Gen.Int[0, Odd.Length - 1].Select(i => (double?)Odd[i]));

    static readonly Gen<SiteProfile> Sites = Gen.Select(Gen.Bool, Gen.Bool, (battery, meter) => RecordingScenario.Site with { HasBattery = battery, HasHouseMeter = meter });

    static readonly Gen<ImmutableArray<KeyValuePair<string, RuleMemory>>> Memories = Gen.Select(
        Gen.Double[-1e9, 1e9], Gen.Int[0, 3], (value, count) => count == 3
            ? default
            : Enumerable.Range(0, count).Select(i => KeyValuePair.Create($"R{i} \"ä\"", RuleMemory.Empty.With("latched", value).With("since", i))).ToImmutableArray());

    static readonly Gen<RawRow> Rows = Gen.Select(
        Number.Array[16],
        Number.Array[0, 3],
        Gen.Select(Gen.Enum<DecisionTrigger>(), Gen.Int[0, 599_999], Gen.Double[-9000, 9000].Nullable()),
        Gen.Select(Gen.Bool, Gen.Int[0, 3], Gen.Int[1, 9]).Nullable(),
        Gen.Select(Memories, Gen.Enum<DataQuality>(), Gen.Shuffle(ReadingNames.All.ToArray(), 0, 4)),
        (values, forecast, decided, wish, rest) =>
        {
            RawRow row = new() { Block = new(RecordingScenario.Noon), ConfigHash = "ab12" };
            for (int i = 0; i < values.Length; i++)
                row[(Reading)i] = values[i];
            (row.Trigger, row.SurplusLeftW) = (decided.Item1, decided.Item3);
            row.Time = row.Block.WindowStart.AddMilliseconds(decided.Item2);
            row.Recorded = new(decided.Item2 % 2 == 0, decided.Item2 % 2 == 0 ? 1 : 0, decided.Item2);
            row.ForecastSurplusW = [.. forecast.OfType<double>()];
            row.Override = wish is { } w ? new(w.Item1, w.Item2, row.Block.Plus(-1), w.Item3) : null;
            (row.Memories, row.Quality, row.Stale) = (rest.Item1, rest.Item2, [.. rest.Item3.Order(StringComparer.Ordinal)]);
            return row;
        });

    [Theory]
    [InlineData("again.csv")]
    [InlineData("again.parquet")]
    public void A_state_passes_a_second_time_unchanged(string name) =>
        Gen.Select(Sites, Rows, Rows).Sample(
            (site, first, second) =>
            {
                (first.LoadId, second.LoadId, second.Trigger, second.Time) = ("miner", "heater", first.Trigger, first.Time);
                ReplayRow[] taken = Measure(site, first.IsBetweenTicks ? [first] : [first, second]);
                using TemporaryFolder folder = new();
                Write(folder[name], taken);

                InputReport report = new();
                ReplayRow[] again = [.. new RecordingReader(site, report).Read(folder[name])];

                Assert.False(report.IsBad, report.ToString());
                Assert.Empty(report.Corrections);
                Assert.Equal(Text(folder, taken), Text(folder, again));
            },
            iter: 300,
            threads: 1,
            seed: "0000KOSOFB51");

    // As the running house does: measured rows have no trigger when they come in; the decision gives it.
    static ReplayRow[] Measure(SiteProfile site, RawRow[] rows)
    {
        RawRow[] decided = [.. rows];
        DecisionTrigger?[] triggers = [.. decided.Select(row => row.Trigger)];
        foreach (RawRow row in decided)
            row.Trigger = null;
        List<ReplayRow> accepted = [];
        new StateIntake(site).Accept(decided, accepted, []);
        return [.. accepted.Select((row, i) => row with { Trigger = triggers[i] ?? default })];
    }

    static void Write(string path, ReplayRow[] rows)
    {
        using ITableWriter<ReplayRow> table = path.EndsWith(".parquet", StringComparison.Ordinal)
            ? TableFile.OpenParquet(path, RecordingOutput.CompleteColumns, 100)
            : TableFile.Open<ReplayRow>(path, stream => new CsvTable<ReplayRow>(stream, RecordingOutput.CompleteColumns));
        foreach (ReplayRow row in rows)
            table.Write(row);
        table.Complete();
    }

    static string Text(TemporaryFolder folder, ReplayRow[] rows)
    {
        Write(folder["text.csv"], rows);
        return File.ReadAllText(folder["text.csv"]);
    }
}
