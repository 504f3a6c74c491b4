namespace BitGrid.Simulation;

/// <summary>
/// A local forecast of the surplus: the PV that will really come, a little smoothed, times an error that grows with
/// the square root of the horizon and holds on for some blocks; less the usual load, since nobody foresees a kettle.
/// </summary>
/// <param name="seed">Decides every chance.</param>
/// <param name="weather">The weather to come, block by block.</param>
/// <param name="inverterLimitW">Largest power of the inverter, W.</param>
public sealed class Forecast(ulong seed, IReadOnlyList<Weather> weather, double inverterLimitW)
{
    /// <summary>Blocks ahead: one hour.</summary>
    public const int Horizon = 6;

    /// <summary>Blocks that have to be known beyond the last forecast: the horizon and one for smoothing.</summary>
    public const int Lookahead = Horizon + 1;

    readonly OrnsteinUhlenbeck _error = new(new Chance(seed, "forecast"), 9);
    readonly OrnsteinUhlenbeck _spread = new(new Chance(seed, "confidence"), 12);

    /// <summary>Makes the forecast of a block; to be asked for each block in order.</summary>
    /// <param name="block">Number of the block in the month.</param>
    /// <returns>Surplus of the next blocks in whole W, the next one first, and the confidence, 0 to 1.</returns>
    public (int[] SurplusW, double Confidence) Next(int block)
    {
        double error = _error.Step(0, 1);
        double confidence = _spread.Step(0.97 - (1.6 * weather[block].ForecastError), 0.03);
        int[] surplusW = [.. Enumerable.Range(1, Horizon).Select(ahead => SurplusW(block, ahead, error))];
        return (surplusW, Math.Clamp(confidence, 0.05, 0.99));
    }

    int SurplusW(int block, int ahead, double error)
    {
        int at = block + ahead;
        double pvW = (weather[at - 1].PvW + (2 * weather[at].PvW) + weather[at + 1].PvW) / 4;
        double factor = 1 + (error * weather[at].ForecastError * Math.Sqrt(ahead / (double)Horizon));
        double usualLoadW = LoadShape.BaseW + LoadShape.AppliancesMeanW + LoadShape.ActivityW(weather[at].WindowStart);
        return (int)Math.Round(Math.Clamp(pvW * factor, 0, inverterLimitW) - usualLoadW);
    }
}
