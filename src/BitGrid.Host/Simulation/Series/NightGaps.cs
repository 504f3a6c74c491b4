namespace BitGrid.Host.Simulation.Series;

/// <summary>
/// Many inverters send nothing at night. A missing PV value is read as zero where it is night beyond doubt: at that time of day,
/// from fifteen days before to fifteen days after, the plant was never seen to make more than one per cent of its highest power,
/// though it was seen at work on three of those days at least. Every other gap stays a gap.
/// </summary>
internal static class NightGaps
{
    const int Days = 15;
    const int LeastDaysAtWork = 3;
    const double ShareOfPeak = 0.01;

    /// <summary>Fills the nights of a series.</summary>
    /// <param name="powerW">PV power of each block, W; NaN where it is missing. Changed in place.</param>
    /// <returns>Number of blocks that were read as zero.</returns>
    public static int Fill(double[] powerW)
    {
        double limitW = powerW.Where(double.IsFinite).DefaultIfEmpty(0).Max() * ShareOfPeak;
        bool[] worksOnDay = [.. powerW.Chunk(Block.PerDay).Select(day => day.Any(valueW => valueW > limitW))];
        int[] nights = [.. Enumerable.Range(0, powerW.Length).Where(block => double.IsNaN(powerW[block]) && IsNight(powerW, block, limitW, worksOnDay))];
        foreach (int block in nights)
            powerW[block] = 0;
        return nights.Length;
    }

    static bool IsNight(double[] powerW, int block, double limitW, bool[] worksOnDay)
    {
        int daysAtWork = 0;
        for (int day = -Days; day <= Days; day++)
        {
            int other = block + (day * Block.PerDay);
            if (other < 0 || other >= powerW.Length)
                continue;
            if (powerW[other] > limitW)
                return false;
            daysAtWork += worksOnDay[other / Block.PerDay] ? 1 : 0;
        }

        return daysAtWork >= LeastDaysAtWork;
    }
}
