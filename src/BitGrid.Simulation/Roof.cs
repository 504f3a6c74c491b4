namespace BitGrid.Simulation;

/// <summary>The modules of a plant on a roof tilted 30° to the south.</summary>
/// <param name="plant">What is on the roof.</param>
public sealed class Roof(Plant plant)
{
    const double TiltRad = 30 * Math.PI / 180;

    /// <summary>Below this the inverter sleeps, W.</summary>
    const double InverterWakeW = 20;

    /// <summary>Wiring, soiling, mismatch, reflection and inverter losses together.</summary>
    const double SystemFactor = 0.87;

    /// <summary>Loss per kelvin of cell temperature above 25 °C, as data sheets of crystalline modules give it.</summary>
    const double LossPerK = 0.0037;

    /// <summary>Cell temperature at 800 W/m² and 20 °C of air (NOCT), °C.</summary>
    const double NoctC = 45;

    const double GroundAlbedo = 0.2;

    /// <summary>Cosine of the zenith at 5° above the horizon: below it trees and hills take the beam.</summary>
    const double LowestCosZenith = 0.087;

    /// <summary>AC power of the plant, W.</summary>
    /// <param name="sun">Position of the sun.</param>
    /// <param name="globalWm2">Global horizontal irradiance, W/m².</param>
    /// <param name="airC">Air temperature, °C.</param>
    public double PowerW(Sun sun, double globalWm2, double airC)
    {
        double planeWm2 = PlaneOfArrayWm2(sun, globalWm2);
        double cellC = airC + (planeWm2 * (NoctC - 20) / 800);
        double powerW = plant.PeakW / 1000 * planeWm2 * SystemFactor * (1 - (LossPerK * (cellC - 25)));
        return powerW < InverterWakeW ? 0 : Math.Min(powerW, plant.InverterLimitW);
    }

    /// <summary>Beam by geometry, sky and ground diffuse as if equally bright everywhere (Liu and Jordan, 1963).</summary>
    static double PlaneOfArrayWm2(Sun sun, double globalWm2)
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
    static double DiffuseFraction(double clearness) => clearness switch
    {
        <= 0.22 => 1 - (0.09 * clearness),
        <= 0.80 => 0.9511 + (clearness * (-0.1604 + (clearness * (4.388 + (clearness * (-16.638 + (clearness * 12.336))))))),
        _ => 0.165,
    };
}
