using BitGrid.Simulation.Houses;

namespace BitGrid.Host.Simulation;

/// <summary>The words for faults on the command line.</summary>
internal static class FaultWords
{
    static readonly Dictionary<string, Faults> ByWord = new(StringComparer.Ordinal)
    {
        ["deaf"] = Faults.LoadDeaf,
        ["hung"] = Faults.MinerHung,
        ["fan"] = Faults.FanFailed,
        ["air"] = Faults.AirBlocked,
        ["pv"] = Faults.PvGone,
        ["house-load"] = Faults.HouseLoadGone,
        ["grid"] = Faults.GridGone,
        ["battery"] = Faults.BatteryGone,
        ["temperature"] = Faults.TemperatureGone,
        ["heartbeat"] = Faults.HeartbeatGone,
        ["price"] = Faults.PriceGone,
        ["forecast"] = Faults.ForecastGone,
    };

    /// <summary>Every word.</summary>
    public static string[] All { get; } = [.. ByWord.Keys];

    /// <summary>The faults that words stand for.</summary>
    public static Faults Of(IEnumerable<string> words) => words.Aggregate(Faults.None, (all, word) => all | ByWord[word]);
}
