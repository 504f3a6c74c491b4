namespace BitGrid.Simulation;

/// <summary>A dynamic tariff: the hourly day-ahead price with fixed supplements and VAT.</summary>
public static class Prices
{
    /// <summary>Tariff for selling, ct/kWh.</summary>
    public const double FeedInCtKwh = 8.1;

    /// <summary>
    /// What a household in Germany paid on top in 2025, ct/kWh net: electricity tax 2.05, KWKG levy 0.277, offshore levy
    /// 0.816, § 19 levy 1.558 and concession fee 1.32 as published; network 4.28 and supplier 1.30 are those of a cheap region.
    /// </summary>
    public const double SupplementsCtKwh = 2.05 + 0.277 + 0.816 + 1.558 + 1.32 + 4.28 + 1.30;

    /// <summary>1 + value added tax in Germany.</summary>
    public const double VatFactor = 1.19;

    /// <summary>Price to buy in each block, ct/kWh; the first block begins an hour.</summary>
    public static double[] Simulate(ulong seed, Plant plant, IReadOnlyList<Weather> weather)
    {
        var market = new Market(seed, plant);
        double priceCtKwh = 0;
        var prices = new double[weather.Count];
        for (int i = 0; i < weather.Count; i++)
        {
            if (i % 6 == 0)
                priceCtKwh = ((market.HourEurMwh(weather[i]) / 10) + SupplementsCtKwh) * VatFactor;
            prices[i] = Math.Round(priceCtKwh, 2);
        }

        return prices;
    }
}
