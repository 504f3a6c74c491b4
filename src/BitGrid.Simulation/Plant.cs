namespace BitGrid.Simulation;

/// <summary>Where the house stands and what is on its roof.</summary>
/// <param name="LatitudeDeg">Degrees north.</param>
/// <param name="LongitudeDeg">Degrees east.</param>
/// <param name="PeakW">Peak power of the modules, W.</param>
/// <param name="InverterLimitW">Largest power of the inverter, W.</param>
public sealed record Plant(double LatitudeDeg, double LongitudeDeg, double PeakW, double InverterLimitW)
{
    /// <summary>The house of the sample month near Munich: 9.8 kWp behind an inverter of 8 kW.</summary>
    public static Plant Sample { get; } = new(48.1, 11.6, 9_800, 8_000);
}
