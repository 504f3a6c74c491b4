namespace BitGrid.Simulation;

/// <summary>A bell over the hours of the day: the shape of habits and of demand.</summary>
public static class Bump
{
    /// <summary><c>exp(−½·((h − centre)/width)²)</c>, 0 to 1, with the distance taken around midnight.</summary>
    /// <param name="hour">Hour of the day, 0 to 24.</param>
    /// <param name="centre">Hour of the peak.</param>
    /// <param name="width">Standard deviation in hours.</param>
    public static double At(double hour, double centre, double width)
    {
        double distance = Math.Abs(hour - centre);
        double around = Math.Min(distance, 24 - distance) / width;
        return Math.Exp(-0.5 * around * around);
    }
}
