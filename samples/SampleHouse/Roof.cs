namespace BitGrid.Samples.SampleHouse;

/// <summary>The PV plant: 9.8 kWp on a roof tilted 30° to the south, behind an inverter of 8 kW.</summary>
internal static class Roof
{
    private const double PeakKw = 9.8;
    private const double TiltRad = 30 * Math.PI / 180;

    /// <summary>Largest power of the inverter, W.</summary>
    public const double InverterLimitW = 8_000;

    /// <summary>Below this the inverter sleeps, W.</summary>
    private const double InverterWakeW = 20;

    /// <summary>Wiring, soiling, mismatch, reflection and inverter losses together.</summary>
    private const double SystemFactor = 0.87;

    /// <summary>Loss per kelvin of cell temperature above 25 °C, as data sheets of crystalline modules give it.</summary>
    private const double LossPerK = 0.0037;

    /// <summary>Cell temperature at 800 W/m² and 20 °C of air (NOCT), °C.</summary>
    private const double NoctC = 45;

    private const double GroundAlbedo = 0.2;

    /// <summary>Cosine of the zenith at 5° above the horizon: below it trees and hills take the beam.</summary>
    private const double LowestCosZenith = 0.087;

    /// <summary>AC power of the plant, W.</summary>
    /// <param name="sun">Position of the sun.</param>
    /// <param name="globalWm2">Global horizontal irradiance, W/m².</param>
    /// <param name="airC">Air temperature, °C.</param>
    public static double PowerW(Sun sun, double globalWm2, double airC)
    {
        double planeWm2 = PlaneOfArrayWm2(sun, globalWm2);
        double cellC = airC + (planeWm2 * (NoctC - 20) / 800);
        double powerW = PeakKw * planeWm2 * SystemFactor * (1 - (LossPerK * (cellC - 25)));
        return powerW < InverterWakeW ? 0 : Math.Min(powerW, InverterLimitW);
    }

    /// <summary>Beam by geometry, sky and ground diffuse as if equally bright everywhere (Liu and Jordan, 1963).</summary>
    private static double PlaneOfArrayWm2(Sun sun, double globalWm2)
    {
        if (globalWm2 <= 0)
            return 0;

        double diffuseWm2 = globalWm2 * DiffuseFraction(globalWm2 / (sun.ExtraterrestrialWm2 * sun.CosZenith));
        double beamRatio = sun.CosZenith < LowestCosZenith ? 0 : Math.Max(0, sun.CosIncidence(TiltRad)) / sun.CosZenith;
        return ((globalWm2 - diffuseWm2) * beamRatio)
            + (diffuseWm2 * (1 + Math.Cos(TiltRad)) / 2)
            + (globalWm2 * GroundAlbedo * (1 - Math.Cos(TiltRad)) / 2);
    }

    /// <summary>Share of diffuse light by the clearness index (Erbs, Klein and Duffie, 1982).</summary>
    private static double DiffuseFraction(double clearness) => clearness switch
    {
        <= 0.22 => 1 - (0.09 * clearness),
        <= 0.80 => 0.9511 + (clearness * (-0.1604 + (clearness * (4.388 + (clearness * (-16.638 + (clearness * 12.336))))))),
        _ => 0.165,
    };
}
