namespace BitGrid.Simulation;

/// <summary>Where the sun stands for a house (Spencer's Fourier series, 1971, good to half a degree).</summary>
public readonly record struct Sun
{
    readonly double _latitudeRad;
    readonly double _declinationRad;
    readonly double _hourAngleRad;

    /// <summary>The sun at an instant.</summary>
    /// <param name="utc">The instant.</param>
    /// <param name="plant">Where the house stands.</param>
    public Sun(DateTimeOffset utc, Plant plant)
    {
        _latitudeRad = plant.LatitudeDeg * Math.PI / 180;
        double hour = utc.UtcDateTime.TimeOfDay.TotalHours;
        double year = 2 * Math.PI / 365 * (utc.UtcDateTime.DayOfYear - 1 + ((hour - 12) / 24));
        _declinationRad = 0.006918 - (0.399912 * Math.Cos(year)) + (0.070257 * Math.Sin(year))
            - (0.006758 * Math.Cos(2 * year)) + (0.000907 * Math.Sin(2 * year))
            - (0.002697 * Math.Cos(3 * year)) + (0.00148 * Math.Sin(3 * year));
        double equationOfTimeMin = 229.18 * (0.000075 + (0.001868 * Math.Cos(year)) - (0.032077 * Math.Sin(year))
            - (0.014615 * Math.Cos(2 * year)) - (0.040849 * Math.Sin(2 * year)));
        double solarHour = hour + (plant.LongitudeDeg / 15) + (equationOfTimeMin / 60);
        _hourAngleRad = (solarHour - 12) * Math.PI / 12;
        ExtraterrestrialWm2 = 1361 * (1 + (0.033 * Math.Cos(year)));
    }

    /// <summary>Irradiance on a plane facing the sun outside the atmosphere, W/m²: 1361 and the distance of the season.</summary>
    public double ExtraterrestrialWm2 { get; }

    /// <summary>Cosine of the zenith angle: above 0 by day, below 0 at night.</summary>
    public double CosZenith => CosIncidence(0);

    /// <summary>Cosine of the angle between the sun and the normal of a plane that is tilted to the south.</summary>
    /// <param name="tiltRad">Tilt of the plane from the horizontal, radians.</param>
    /// <remarks>A plane tilted south by β sees the sun as a flat plane does β further south: the latitude is replaced by φ − β.</remarks>
    public double CosIncidence(double tiltRad) =>
        (Math.Sin(_latitudeRad - tiltRad) * Math.Sin(_declinationRad))
        + (Math.Cos(_latitudeRad - tiltRad) * Math.Cos(_declinationRad) * Math.Cos(_hourAngleRad));
}
