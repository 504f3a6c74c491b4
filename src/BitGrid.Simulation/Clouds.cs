namespace BitGrid.Simulation;

/// <summary>
/// Minute by minute, the share of the clear-sky light that reaches the roof (clear-sky index). Cover and density of the
/// clouds wander slowly around the day's type; whether a cloud stands before the sun right now is drawn anew every few
/// minutes with the cover as its probability, which gives the flicker of a broken sky.
/// </summary>
public sealed class Clouds(ulong seed)
{
    const double MinutesPerCloud = 8;

    readonly Chance _chance = new(seed, "clouds");
    readonly OrnsteinUhlenbeck _cover = new(new Chance(seed, "cover"), 55);
    readonly OrnsteinUhlenbeck _density = new(new Chance(seed, "density"), 35);
    readonly OrnsteinUhlenbeck _haze = new(new Chance(seed, "haze"), 900);
    bool _shaded;
    double _index = 1;

    /// <summary>Goes one minute on.</summary>
    /// <returns>Clear-sky index, about 0.05 to 1.1; above 1 when white clouds beside the sun add to it.</returns>
    public double Step(DayWeather weather)
    {
        double cover = Math.Clamp(_cover.Step(weather.Cover, weather.CoverDeviation), 0, 1);
        double density = _density.Step(1, 0.3);
        double haze = Math.Min(1.03, _haze.Step(0.98, 0.025));
        if (_chance.Happens(1 / MinutesPerCloud))
            _shaded = _chance.Happens(cover);

        double lit = _shaded ? Math.Clamp(weather.Transmission * density, 0.04, 0.95) : 1 + (0.09 * cover);
        _index += 0.6 * ((lit * haze) - _index);
        return _index;
    }
}
