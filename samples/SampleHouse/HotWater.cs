using BitGrid.Simulation;

namespace BitGrid.Samples.SampleHouse;

/// <summary>
/// A 300-litre hot water buffer with a 2 kW heating rod. The rod takes the surplus the miner leaves between 56 and
/// 62 °C, and whatever the sky does it keeps the water above 45 °C.
/// </summary>
internal sealed class HotWater(Chance chance)
{
    private const double RodW = 2_000;
    private const double FullC = 62;
    private const double RefillC = 56;
    private const double ComfortLowC = 45;
    private const double ComfortHighC = 48;
    private const double BlockHours = 1.0 / 6;

    /// <summary>Share of the blocks in which somebody opens the tap when it is likely at all.</summary>
    private const double TapShare = 0.35;

    private readonly HotWaterTank _tank = new(startC: 57.5);
    private bool _heating;

    /// <summary>Temperature of the buffer, °C.</summary>
    public double TempC => _tank.TempC;

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
        double tapWh = chance.Happens(TapShare) ? chance.Between(0.4, 1.6) / TapShare * HotWaterTank.DrawWh(utc, BlockHours) : 0;
        double lossWh = _tank.LossWh(BlockHours) + tapWh;
        int rodW = _heating ? (int)Math.Round(Math.Min(RodW * chance.Between(0.985, 1.01), ToFullW(lossWh))) : 0;
        _tank.Step(rodW * BlockHours, lossWh);
        return rodW;
    }

    /// <summary>Power at which the thermostat cuts within the block, W.</summary>
    private double ToFullW(double lossWh) => (((FullC + 0.1 - TempC) * HotWaterTank.WhPerK) + lossWh) / BlockHours;
}
