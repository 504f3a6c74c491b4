namespace BitGrid.Simulation;

/// <summary>
/// The shape of a day-ahead price of the bidding zone DE-LU in summer: humps of demand in the morning and the evening,
/// a valley as deep as the country's sun, more wind and a Sunday both cheaper. The figures are set so that night, noon
/// and evening come near 75, 15 and 140 EUR/MWh.
/// </summary>
/// <param name="seed">Decides every chance.</param>
/// <param name="plant">Where the sun is looked at.</param>
public sealed class Market(ulong seed, Plant plant)
{
    readonly OrnsteinUhlenbeck _level = new(new Chance(seed, "price level"), 96);
    readonly OrnsteinUhlenbeck _wind = new(new Chance(seed, "wind"), 30);
    readonly OrnsteinUhlenbeck _sunElsewhere = new(new Chance(seed, "sun elsewhere"), 24);
    readonly Chance _noise = new(seed, "price noise");

    /// <summary>Price of the hour that begins with this block, EUR/MWh. To be asked for each hour in order.</summary>
    public double HourEurMwh(Weather weather)
    {
        var local = CentralEuropeanTime.From(weather.WindowStart);
        double hour = local.Hour + 0.5;
        double sun = Math.Max(0, new Sun(weather.WindowStart.AddMinutes(30), plant).CosZenith);
        double brightness = Math.Clamp(0.35 + (0.5 * weather.Brightness) + _sunElsewhere.Step(0, 0.12), 0.3, 1);
        double eurMwh = _level.Step(80, 7)
            + (34 * Bump.At(hour, 7.5, 1.4)) + (18 * Bump.At(hour, 13, 4)) + (66 * Bump.At(hour, 20.6, 1.8))
            - (112 * sun * brightness)
            - (20 * Math.Max(-1.5, _wind.Step(0, 0.8)))
            - WeekendDiscountEurMwh(local.DayOfWeek)
            + (2.5 * _noise.Normal());
        // Below zero plants switch off, which flattens the valley.
        return Math.Round(eurMwh < 0 ? 0.4 * eurMwh : eurMwh, 2);
    }

    static double WeekendDiscountEurMwh(DayOfWeek day) => day switch
    {
        DayOfWeek.Saturday => 10,
        DayOfWeek.Sunday => 18,
        _ => 0,
    };
}
