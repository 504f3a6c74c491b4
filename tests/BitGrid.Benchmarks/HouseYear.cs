using BitGrid.Engine.Replay;

namespace BitGrid.Benchmarks;

/// <summary>A seeded year of one house, 52,560 blocks with readings in every field: what all benchmarks decide about.</summary>
internal static class HouseYear
{
    public const int Blocks = 52_560;

    const long FirstBlock = 2_892_528; // 2025-01-01T00:00Z

    public static SiteProfile Site { get; } = new()
    {
        FeedInCtKwh = 8.1,
        Loads = [new LoadProfile { Id = "miner", LevelsW = [800, 1300, 1650], EfficiencyJTh = 18.5 }],
    };

    public static Situation Situation(ReplayRow row, LoadStatus status) =>
        new(Site, Site.Loads[0], row.State, row.Readings, status, row.State.SurplusW);

    public static ReplayRow[] Rows()
    {
        var rows = new ReplayRow[Blocks];
        Random random = new(20250101);
        double sky = 1;
        double tempC = 60;
        for (int i = 0; i < Blocks; i++)
        {
            sky = Math.Clamp(sky + (random.NextDouble() - 0.5) * 0.3, 0.1, 1);
            tempC = Math.Clamp(tempC + random.NextDouble() * 6 - 3, 40, 90);
            rows[i] = Row(i, sky, tempC, random);
        }

        return rows;
    }

    static ReplayRow Row(int index, double sky, double tempC, Random random)
    {
        Block block = new(FirstBlock + index);
        double pvW = Math.Round(Math.Max(0, Math.Sin((index % Block.PerDay / 6.0 - 6) / 12 * Math.PI)) * 6000 * sky, 1);
        double houseW = Math.Round(300 + random.NextDouble() * 800, 1);
        double surplusW = Math.Round(pvW - houseW, 1);
        EnergyState state = new()
        {
            Block = block,
            Time = block.WindowStart,
            PvPowerW = pvW,
            HouseLoadW = houseW,
            GridPowerW = Math.Round(-surplusW * 0.3, 1),
            BatteryPowerW = surplusW < 0 ? 200 : -200,
            BatterySocPct = Math.Round(50 + 30 * Math.Sin(index / 50.0), 1),
            PriceCtKwh = Math.Round(12 + 10 * Math.Sin(index / 70.0), 2),
            FeedInCtKwh = 8.1,
            HashpriceSatsThsDay = 50,
            BtcPriceEur = 60_000,
            ForecastSurplusW = [surplusW, surplusW + 100, surplusW - 100, surplusW, surplusW, surplusW],
            ForecastConfidence = Math.Round(0.5 + random.NextDouble() / 2, 2),
        };
        return new(state, null, new LoadReadings { PowerW = 800, TempC = Math.Round(tempC, 1), HashrateThs = 60, HeartbeatAgeS = 5 }, null);
    }
}
