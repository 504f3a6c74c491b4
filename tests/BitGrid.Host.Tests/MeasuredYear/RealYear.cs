using System.Globalization;
using System.IO.Compression;
using BitGrid.Engine.Replay;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.MeasuredYear;

/// <summary>
/// A measured year as ten-minute states: PV, load and forecast of one home (half hours, held over three blocks), the day-ahead price of
/// another country (hours, each block lies in one). What the home did not measure is written by the fixed model below or left missing.
/// </summary>
/// <remarks>
/// PV: the inverter sends nothing at night, so a missing value counts as 0 outside 08:00 to 16:00 UTC and as missing inside.
/// Forecast: PV forecast less the present load, for three blocks, with the confidence of 0.76 that is its correlation with the PV.
/// Battery: takes every surplus and gives for every want, up to 5 kW, with 95 % each way; grid power is what remains.
/// Miner: draws 1,300 W while the surplus is 1.5 kW or more; its chip goes from 25 °C to 68 °C with a time constant of two blocks.
/// </remarks>
internal static class RealYear
{
    public const int Blocks = 365 * Block.PerDay;

    const double ForecastConfidence = 0.76;
    const double BatteryWh = 10_000;
    const double BatteryLimitW = 5_000;
    const double OneWayEfficiency = 0.95;
    const double SwitchSurplusW = 1_500;
    const double IdleTempC = 25;
    const double BusyTempC = 68;
    const double TempSharePerBlock = 0.393; // 1 − e^(−1/2)

    public static IEnumerable<ReplayRow> Rows(bool withBatteryAndMiner)
    {
        Dictionary<long, double> priceByHour = Lines("price-de-lu-2024", "price-de-lu-2024-hourly.csv.gz")
            .ToDictionary(line => Instant(line[0]).ToUnixTimeSeconds() / 3600, line => Number(line[2])!.Value);
        double socWh = BatteryWh / 2;
        double tempC = IdleTempC;
        foreach (EnergyState home in Home(priceByHour).Take(Blocks))
        {
            if (!withBatteryAndMiner)
            {
                yield return new(home with { GridPowerW = home.SurplusW is { } s ? Math.Round(-s, 1) : null }, null, LoadReadings.None, null);
                continue;
            }

            double batteryW = BatteryW(home.SurplusW, socWh);
            socWh -= batteryW > 0 ? batteryW / OneWayEfficiency * Block.Hours : batteryW * OneWayEfficiency * Block.Hours;
            bool busy = home.SurplusW >= SwitchSurplusW;
            tempC += ((busy ? BusyTempC : IdleTempC) - tempC) * TempSharePerBlock;
            EnergyState state = home with
            {
                BatteryPowerW = Math.Round(batteryW, 1),
                BatterySocPct = Math.Round(socWh / BatteryWh * 100, 1),
                GridPowerW = home.SurplusW is { } surplusW ? Math.Round(-surplusW - batteryW, 1) : null,
            };
            yield return new(state, null, new LoadReadings { TempC = Math.Round(tempC, 1) }, null);
        }
    }

    static IEnumerable<EnergyState> Home(Dictionary<long, double> priceByHour)
    {
        foreach (string[] line in Lines("home-fr-2024", "home-fr-2024-30min.csv.gz"))
        {
            DateTimeOffset start = Instant(line[0]);
            double? loadW = Number(line[1]);
            double? pvW = Number(line[2]) ?? (start.Hour is >= 8 and < 16 ? null : 0);
            double? forecastW = Number(line[3]) is { } pvForecastW && loadW is { } presentW ? Math.Round(Math.Max(0, pvForecastW) - presentW, 1) : null;
            for (int third = 0; third < 3; third++)
            {
                Block block = Block.At(start).Plus(third);
                yield return new EnergyState
                {
                    Block = block,
                    Time = block.WindowStart,
                    PvPowerW = pvW,
                    HouseLoadW = loadW,
                    PriceCtKwh = priceByHour[block.WindowStart.ToUnixTimeSeconds() / 3600],
                    ForecastSurplusW = forecastW is { } surplusW ? [surplusW, surplusW, surplusW] : [],
                    ForecastConfidence = forecastW is null ? null : ForecastConfidence,
                };
            }
        }
    }

    // + discharge, − charge; what the balance leaves and the battery can still take or give in ten minutes.
    static double BatteryW(double? surplusW, double socWh)
    {
        if (surplusW is not { } surplus)
            return 0;
        double room = (BatteryWh - socWh) / OneWayEfficiency / Block.Hours;
        double store = socWh * OneWayEfficiency / Block.Hours;
        return -Math.Clamp(surplus, -Math.Min(store, BatteryLimitW), Math.Min(room, BatteryLimitW));
    }

    static IEnumerable<string[]> Lines(string dataSet, string file)
    {
        using StreamReader reader = new(new GZipStream(File.OpenRead(Path.Combine(RealData.PathOf(dataSet), file)), CompressionMode.Decompress));
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            yield return line.Split(',');
    }

    static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
