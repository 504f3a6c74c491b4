namespace BitGrid.Simulation;

/// <summary>Irradiance under a cloudless sky.</summary>
public static class ClearSky
{
    /// <summary>Global horizontal irradiance, W/m²: <c>1098·cos z·exp(−0.057/cos z)</c> (Haurwitz, 1945), 0 at night.</summary>
    public static double GlobalWm2(Sun sun) =>
        sun.CosZenith <= 0 ? 0 : 1098 * sun.CosZenith * Math.Exp(-0.057 / sun.CosZenith);
}
