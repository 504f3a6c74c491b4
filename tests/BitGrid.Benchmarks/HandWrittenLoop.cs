using BitGrid.Engine.Replay;

namespace BitGrid.Benchmarks;

/// <summary>
/// The limit: the same decisions by one loop of branches over the same states, with the defaults as constants and no votes, reasons,
/// conditions or records. Nobody would maintain this; it says what the arithmetic alone costs.
/// </summary>
internal static class HandWrittenLoop
{
    /// <summary>The load's level after each block.</summary>
    public static void Run(ReplayRow[] rows, LoadProfile load, Span<int> levels)
    {
        int level = 0;
        int sinceChange = LoadStatus.LongSince;
        bool hot = true;
        bool low = true;
        for (int i = 0; i < rows.Length; i++)
        {
            EnergyState state = rows[i].State;
            LoadReadings readings = rows[i].Readings;
            double surplusKw = (state.PvPowerW!.Value - state.HouseLoadW!.Value) / 1000;
            double tempC = readings.TempC!.Value;
            double socPct = state.BatterySocPct!.Value;
            double priceCtKwh = state.PriceCtKwh!.Value;
            bool running = level > 0;
            sinceChange++;

            hot = tempC >= 85 || (hot && tempC > 75);
            low = (low || socPct <= 35) && socPct < 45;
            bool refused = hot || low || state.GridPowerW!.Value > 500;
            bool silent = running && readings.HeartbeatAgeS!.Value > 60;
            bool throttled = running && !hot && tempC >= 85 - 2;

            int next = level;
            if (refused || silent)
                next = 0;
            else if (sinceChange < 3)
                next = throttled ? Math.Max(1, level - 1) : level;
            else if (running && (surplusKw < 1.5 - 0.2 || priceCtKwh > 18 + 1))
                next = 0;
            else if (throttled)
                next = Math.Max(1, level - 1);
            else if (running)
                next = Carried(load, surplusKw * 1000, level);
            else if (priceCtKwh <= 18 && MayStart(state, surplusKw))
                next = Carried(load, surplusKw * 1000, level);

            if (next > 0 != running)
                sinceChange = 0;
            levels[i] = level = next;
        }
    }

    static bool MayStart(EnergyState state, double surplusKw)
    {
        if (state.ForecastConfidence!.Value < 0.7)
            return surplusKw >= 1.5;
        double meanKw = (state.ForecastSurplusW[0] + state.ForecastSurplusW[1] + state.ForecastSurplusW[2]) / 3 / 1000;
        return meanKw >= 1.2 - 0.3 && (surplusKw >= 1.5 || meanKw >= 1.2);
    }

    static int Carried(LoadProfile load, double surplusW, int level)
    {
        for (int candidate = load.LevelsW.Length; candidate > 1; candidate--)
        {
            if (surplusW >= load.LevelsW[candidate - 1] + (candidate > level && level > 0 ? 100 : 0))
                return candidate;
        }

        return 1;
    }
}
