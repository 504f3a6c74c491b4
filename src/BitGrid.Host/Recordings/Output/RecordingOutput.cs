using System.Collections.Immutable;
using System.Globalization;
using BitGrid.Engine.Intake;
using BitGrid.Engine.Replay;
using BitGrid.Host.Recordings.Fields;
using static BitGrid.Host.Recordings.Output.OutputColumns;

namespace BitGrid.Host.Recordings.Output;

/// <summary>Files of recorded states, in the form that <see cref="RecordingReader"/> reads.</summary>
internal static class RecordingOutput
{
    const int RowsPerGroup = 50_000;

    /// <summary>Opens a file of states.</summary>
    /// <param name="path">Path that ends in <c>.csv</c>, <c>.csv.gz</c> or <c>.parquet</c>; <c>-</c> writes CSV to standard output.</param>
    /// <exception cref="OutputException">It cannot be opened.</exception>
    public static ITableWriter<ReplayRow> Open(string path) => path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase)
        ? TableFile.OpenParquet(path, Columns, RowsPerGroup)
        : TableFile.Open(path, stream => new CsvTable<ReplayRow>(stream, Columns));

    /// <summary>
    /// The columns that tell a state whole, so that its decision can be repeated byte for byte from this row alone: those of a plain
    /// recording, and what the running house knew besides.
    /// </summary>
    public static OutputColumn<ReplayRow>[] CompleteColumns =>
    [
        .. Columns,
        Text<ReplayRow>(RecordingFields.Missing, row => Joined(row.State.Missing)),
        Text<ReplayRow>(RecordingFields.Trigger, row => Words.Of(row.Trigger)),
        Moment<ReplayRow>(RecordingFields.Time, row => row.State.Time),
        Number<ReplayRow>(RecordingFields.SurplusLeftW, row => row.SurplusLeftW),
        Flag<ReplayRow>(RecordingFields.OverrideRun, row => row.Override?.Run),
        Integer<ReplayRow>(RecordingFields.OverrideLevel, row => row.Override?.Level),
        Integer<ReplayRow>(RecordingFields.OverrideFirstBlock, row => row.Override?.FirstBlock.Id),
        Integer<ReplayRow>(RecordingFields.OverrideBlocks, row => row.Override?.Blocks),
        Text<ReplayRow>(RecordingFields.Memories, row => row.Memories.IsDefault ? null : MemoryJson.Write(row.Memories)),
    ];

    static OutputColumn<ReplayRow>[] Columns =>
    [
        Integer<ReplayRow>(RecordingFields.BlockId, row => row.State.Block.Id),
        Instant<ReplayRow>(RecordingFields.WindowStart, row => row.State.Block.WindowStart),
        Text<ReplayRow>(RecordingFields.LoadId, row => row.LoadId),
        .. Enum.GetValues<Reading>().Select(reading => Number(ReadingNames.NameOf(reading), ValueOf(reading))),
        Text<ReplayRow>(ReadingNames.ForecastSurplusW, row => Joined(row.State.ForecastSurplusW)),
        Flag<ReplayRow>(RecordingFields.Running, row => row.Recorded?.Running),
        Integer<ReplayRow>(RecordingFields.Level, row => row.Recorded?.Level),
        Integer<ReplayRow>(RecordingFields.BlocksSinceChange, row => row.Recorded?.BlocksSinceChange),
        Text<ReplayRow>(RecordingFields.Quality, row => RecordingFields.Of(row.State.Quality)),
        Text<ReplayRow>(RecordingFields.Stale, row => Joined(row.State.Stale)),
        Text<ReplayRow>(RecordingFields.ConfigHash, row => row.State.ConfigHash is { Length: > 0 } hash ? hash : null),
    ];

    static Func<ReplayRow, double?> ValueOf(Reading reading) => reading switch
    {
        Reading.PvPowerW => row => row.State.PvPowerW,
        Reading.HouseLoadW => row => row.State.HouseLoadW,
        Reading.GridPowerW => row => row.State.GridPowerW,
        Reading.BatteryPowerW => row => row.State.BatteryPowerW,
        Reading.BatterySocPct => row => row.State.BatterySocPct,
        Reading.HeatTempC => row => row.State.HeatTempC,
        Reading.HeatPowerW => row => row.State.HeatPowerW,
        Reading.PriceCtKwh => row => row.State.PriceCtKwh,
        Reading.FeedInCtKwh => row => row.State.FeedInCtKwh,
        Reading.HashpriceSatsThsDay => row => row.State.HashpriceSatsThsDay,
        Reading.BtcPriceEur => row => row.State.BtcPriceEur,
        Reading.ForecastConfidence => row => row.State.ForecastConfidence,
        Reading.MinerPowerW => row => row.Readings.PowerW,
        Reading.MinerTempC => row => row.Readings.TempC,
        Reading.MinerHashrateThs => row => row.Readings.HashrateThs,
        Reading.MinerHeartbeatAgeS => row => row.Readings.HeartbeatAgeS,
        _ => throw new ArgumentOutOfRangeException(nameof(reading), reading, "A reading without a column."),
    };

    static string? Joined<T>(ImmutableArray<T> values) =>
        values.IsEmpty ? null : string.Join(RecordingFields.Between, values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
}
