namespace BitGrid.Host.Simulation.Series;

/// <summary>
/// Brings values of any resolution onto blocks: each block gets the mean of what covers it, weighted by the time it covers. A block
/// of which less than half is covered is missing.
/// </summary>
/// <param name="first">The first block.</param>
/// <param name="count">Number of blocks.</param>
internal sealed class BlockMeans(Block first, int count)
{
    const double LeastCoveredS = Block.Seconds / 2.0;

    readonly double[] _sums = new double[count];
    readonly double[] _coveredS = new double[count];

    /// <summary>Adds what a row says.</summary>
    /// <param name="startS">Its beginning, unix seconds.</param>
    /// <param name="stepS">Its length, s.</param>
    /// <param name="value">Its mean; NaN for none.</param>
    public void Add(long startS, long stepS, double value)
    {
        if (double.IsNaN(value))
            return;
        long endS = startS + stepS;
        for (long atS = startS; atS < endS;)
        {
            Block block = Block.At(DateTimeOffset.FromUnixTimeSeconds(atS));
            long untilS = Math.Min(endS, (block.Id + 1) * Block.Seconds);
            long index = block.Id - first.Id;
            if (index >= 0 && index < count)
            {
                _sums[index] += value * (untilS - atS);
                _coveredS[index] += untilS - atS;
            }

            atS = untilS;
        }
    }

    /// <summary>The mean of each block; NaN where it is missing.</summary>
    public double[] Means() => [.. _sums.Zip(_coveredS, (sum, coveredS) => coveredS >= LeastCoveredS ? sum / coveredS : double.NaN)];
}
