namespace BitGrid.Engine.Intake;

/// <summary>Where the sun stands.</summary>
internal static class SunPosition
{
    const double Degree = Math.PI / 180;
    const double SecondsPerDay = 86_400;
    static readonly DateTimeOffset J2000 = new(2000, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Height of the sun's centre above the horizon without refraction, degrees, −90 to 90; good to 0.02° from 1950 to 2050.
    /// </summary>
    /// <remarks>
    /// Low-precision solar coordinates of the Astronomical Almanac (section C), with the horizontal coordinates of
    /// J. J. Michalsky, "The Astronomical Almanac's algorithm for approximate solar position", Solar Energy 40 (1988), 227–235.
    /// </remarks>
    /// <param name="instant">Any instant.</param>
    /// <param name="latitudeDeg">Latitude, degrees, north positive.</param>
    /// <param name="longitudeDeg">Longitude, degrees, east positive.</param>
    public static double ElevationDeg(DateTimeOffset instant, double latitudeDeg, double longitudeDeg)
    {
        double days = (instant - J2000).TotalSeconds / SecondsPerDay;
        double anomaly = (357.528 + 0.9856003 * days) * Degree;
        double longitude = (280.460 + 0.9856474 * days + 1.915 * Math.Sin(anomaly) + 0.020 * Math.Sin(2 * anomaly)) * Degree;
        double obliquity = (23.439 - 0.0000004 * days) * Degree;

        double declination = Math.Asin(Math.Sin(obliquity) * Math.Sin(longitude));
        double rightAscension = Math.Atan2(Math.Cos(obliquity) * Math.Sin(longitude), Math.Cos(longitude));
        double hourAngle = (280.46062 + 360.98564737 * days + longitudeDeg) * Degree - rightAscension;

        double latitude = latitudeDeg * Degree;
        double sine = Math.Sin(latitude) * Math.Sin(declination) + Math.Cos(latitude) * Math.Cos(declination) * Math.Cos(hourAngle);
        return Math.Asin(Math.Clamp(sine, -1, 1)) / Degree;
    }
}
