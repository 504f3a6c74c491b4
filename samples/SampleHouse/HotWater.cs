namespace BitGrid.Samples.SampleHouse;

/// <summary>
/// A 300-litre hot water buffer with a 2 kW heating rod. The rod takes the surplus the miner leaves between 56 and
/// 62 °C, and whatever the sky does it keeps the water above 45 °C.
/// </summary>
internal sealed class HotWater(Chance chance)
{
    private const double RodW = 2_000;
    private const double WhPerK = 300 * 1.163;
    private const double LossWPerK = 2.1;
    private const double CellarC = 20;
    private const double FullC = 62;
    private const double RefillC = 56;
    private const double ComfortLowC = 45;
    private const double ComfortHighC = 48;
    private const double BlockHours = 1.0 / 6;

    /// <summary>Hot water of four persons in a day, Wh.</summary>
    private const double DailyDrawWh = 5_600;

    /// <summary>Share of the blocks in which somebody opens the tap when it is likely at all.</summary>
    private const double TapShare = 0.35;

    private bool _heating;

    /// <summary>Temperature of the buffer, °C.</summary>
    public double TempC { get; private set; } = 57.5;

    /// <summary>Goes one block on.</summary>
    /// <param name="utc">Start of the block.</param>
    /// <param name="leftoverW">Surplus of the block before less the miner's level, W.</param>
    /// <returns>Mean power of the rod, whole W.</returns>
    public int Step(DateTimeOffset utc, double leftoverW)
    {
        _heating = TempC switch
        {
            >= FullC => false,
            < ComfortLowC => true,
            < ComfortHighC when _heating => true,
            _ => leftoverW >= RodW - (_heating ? 400 : 0) && (_heating || TempC < RefillC),
        };
        double tapWh = chance.Happens(TapShare) ? chance.Between(0.4, 1.6) / TapShare * DrawWh(utc) : 0;
        double lossWh = (LossWPerK * (TempC - CellarC) * BlockHours) + tapWh;
        int rodW = _heating ? (int)Math.Round(Math.Min(RodW * chance.Between(0.985, 1.01), ToFullW(lossWh))) : 0;
        TempC += ((rodW * BlockHours) - lossWh) / WhPerK;
        return rodW;
    }

    /// <summary>Power at which the thermostat cuts within the block, W.</summary>
    private double ToFullW(double lossWh) => (((FullC + 0.1 - TempC) * WhPerK) + lossWh) / BlockHours;

    /// <summary>Mean draw of a block, Wh: 45 % in the morning, 12 % at noon, 43 % in the evening. A bell of width w hours has the area w·√(2π).</summary>
    private static double DrawWh(DateTimeOffset utc)
    {
        const double BellArea = 2.5066;
        double hour = CentralEuropeanTime.HourOf(utc);
        double perHour = (0.45 / (0.8 * BellArea) * Bump.At(hour, 7.1, 0.8))
            + (0.12 / (1.0 * BellArea) * Bump.At(hour, 13, 1.0))
            + (0.43 / (1.3 * BellArea) * Bump.At(hour, 20, 1.3));
        return DailyDrawWh * perHour * BlockHours;
    }
}
