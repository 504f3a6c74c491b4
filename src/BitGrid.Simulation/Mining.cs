namespace BitGrid.Simulation;

/// <summary>What mining earns: the price of a bitcoin (a driftless walk) and the hashprice (wandering, less fees on quiet days).</summary>
public sealed class Mining(ulong seed)
{
    readonly Chance _chance = new(seed, "bitcoin");
    readonly OrnsteinUhlenbeck _hashprice = new(new Chance(seed, "hashprice"), 200);

    /// <summary>Price of one bitcoin, EUR.</summary>
    public double BtcPriceEur { get; private set; } = 92_000;

    /// <summary>Earnings of 1 TH/s in a day, sat.</summary>
    public double HashpriceSatsThsDay { get; private set; }

    /// <summary>Goes one block on: 0.14 % standard deviation in ten minutes is 1.7 % in a day.</summary>
    public void Step()
    {
        BtcPriceEur *= 1 + (0.0014 * _chance.Normal());
        HashpriceSatsThsDay = _hashprice.Step(50.5, 1.8);
    }
}
