using System.Collections.Immutable;
using BitGrid.Engine.Intake;
using BitGrid.Engine.Replay;

namespace BitGrid.Engine.Tests.Intake;

/// <summary>A house with a 10 kW plant, a battery, a house meter and one miner, near Frankfurt; each test changes what it is about.</summary>
internal static class IntakeScenario
{
    public static readonly Block SummerNoon = Block.At(new(2024, 6, 21, 11, 30, 0, TimeSpan.Zero));
    public static readonly Block WinterMidnight = Block.At(new(2024, 12, 21, 23, 30, 0, TimeSpan.Zero));

    public static SiteProfile Site { get; } = new()
    {
        PvPeakW = 10_000,
        GridLimitW = 24_000,
        LatitudeDeg = 50.1,
        LongitudeDeg = 8.7,
        Loads = [new LoadProfile { Id = "miner", LevelsW = [1000, 2000] }],
    };

    public static RawRow Complete(Block block)
    {
        RawRow row = new() { Block = block };
        row[Reading.PvPowerW] = 400;
        row[Reading.HouseLoadW] = 300;
        row[Reading.GridPowerW] = -100;
        row[Reading.BatteryPowerW] = 0;
        row[Reading.BatterySocPct] = 60;
        return row;
    }

    public static RawRow With(Reading reading, double? value, Block? block = null)
    {
        RawRow row = Complete(block ?? SummerNoon);
        row[reading] = value;
        return row;
    }

    public static (ReplayRow Row, ImmutableArray<Correction> Notes) Accept(RawRow row, SiteProfile? site = null)
    {
        (ReplayRow[] rows, ImmutableArray<Correction> notes) = Accept([row], site);
        return (Assert.Single(rows), notes);
    }

    public static (ReplayRow[] Rows, ImmutableArray<Correction> Notes) Accept(RawRow[] block, SiteProfile? site = null)
    {
        List<ReplayRow> rows = [];
        List<Correction> notes = [];
        new StateIntake(site ?? Site).Accept(block, rows, notes);
        return ([.. rows], [.. notes]);
    }

    public static double? ValueOf(ReplayRow row, Reading reading) => reading switch
    {
        Reading.PvPowerW => row.State.PvPowerW,
        Reading.HouseLoadW => row.State.HouseLoadW,
        Reading.GridPowerW => row.State.GridPowerW,
        Reading.BatteryPowerW => row.State.BatteryPowerW,
        Reading.BatterySocPct => row.State.BatterySocPct,
        Reading.HeatTempC => row.State.HeatTempC,
        Reading.HeatPowerW => row.State.HeatPowerW,
        Reading.PriceCtKwh => row.State.PriceCtKwh,
        Reading.FeedInCtKwh => row.State.FeedInCtKwh,
        Reading.HashpriceSatsThsDay => row.State.HashpriceSatsThsDay,
        Reading.BtcPriceEur => row.State.BtcPriceEur,
        Reading.ForecastConfidence => row.State.ForecastConfidence,
        Reading.MinerPowerW => row.Readings.PowerW,
        Reading.MinerTempC => row.Readings.TempC,
        Reading.MinerHashrateThs => row.Readings.HashrateThs,
        _ => row.Readings.HeartbeatAgeS,
    };
}
