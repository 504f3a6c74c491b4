using System.Collections.Immutable;

namespace BitGrid.Host.Simulation.Series;

/// <summary>
/// Makes a forecast of the surplus out of one of the PV power, and judges how far it can be trusted, both from what was known at
/// the time and nothing else.
/// </summary>
internal static class SurplusForecasts
{
    /// <summary>Blocks that a forecast looks ahead: four hours.</summary>
    const int Horizon = 24;

    /// <summary>Days that the usual load and the confidence are taken from.</summary>
    const int DaysBack = 7;

    /// <summary>Expected surplus of each block: the expected PV power less the usual load, which is the mean of the same block in the seven days before.</summary>
    public static double[] SurplusW(double[] pvForecastW, double[] houseLoadW) =>
        [.. pvForecastW.Select((pvW, block) => pvW - UsualW(houseLoadW, block))];

    /// <summary>The blocks after each block, the next one first, up to the first one that is not known.</summary>
    public static ImmutableArray<ImmutableArray<double>> Ahead(double[] surplusW) =>
        [.. Enumerable.Range(1, surplusW.Length).Select(next => surplusW.Skip(next).Take(Horizon).TakeWhile(double.IsFinite).ToImmutableArray())];

    /// <summary><c>1 − Σ|forecast − PV| / Σ PV</c> over the seven days before each block, at least 0; NaN where there was neither.</summary>
    public static double[] Confidence(double[] pvForecastW, double[] pvW)
    {
        double[] confidence = new double[pvW.Length];
        (double missedW, double madeW) = (0, 0);
        for (int block = 0; block < confidence.Length; block++)
        {
            confidence[block] = madeW > 0 ? Math.Max(0, 1 - (missedW / madeW)) : double.NaN;
            Add(block, 1);
            if (block - (DaysBack * Block.PerDay) is >= 0 and int old)
                Add(old, -1);
        }

        return confidence;

        void Add(int block, int sign)
        {
            double missed = Math.Abs(pvForecastW[block] - pvW[block]);
            if (!double.IsFinite(missed))
                return;
            missedW += sign * missed;
            madeW += sign * pvW[block];
        }
    }

    static double UsualW(double[] houseLoadW, int block)
    {
        (double sumW, int days) = (0, 0);
        for (int before = block - Block.PerDay; before >= 0 && before >= block - (DaysBack * Block.PerDay); before -= Block.PerDay)
        {
            if (double.IsNaN(houseLoadW[before]))
                continue;
            sumW += houseLoadW[before];
            days++;
        }

        return days == 0 ? double.NaN : sumW / days;
    }
}
