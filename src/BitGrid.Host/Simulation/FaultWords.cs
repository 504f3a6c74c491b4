using BitGrid.Simulation.Houses;

namespace BitGrid.Host.Simulation;

/// <summary>The words for faults on the command line.</summary>
internal static class FaultWords
{
    static readonly Dictionary<string, HouseFaults> ByWord = new(StringComparer.Ordinal)
    {
        ["deaf"] = HouseFaults.LoadDeaf,
        ["hung"] = HouseFaults.MinerHung,
        ["fan"] = HouseFaults.FanFailed,
        ["air"] = HouseFaults.AirBlocked,
        ["pv"] = HouseFaults.PvGone,
        ["house-load"] = HouseFaults.HouseLoadGone,
        ["grid"] = HouseFaults.GridGone,
        ["battery"] = HouseFaults.BatteryGone,
        ["temperature"] = HouseFaults.TemperatureGone,
        ["heartbeat"] = HouseFaults.HeartbeatGone,
        ["price"] = HouseFaults.PriceGone,
        ["forecast"] = HouseFaults.ForecastGone,
    };

    /// <summary>Every word.</summary>
    public static string[] All { get; } = [.. ByWord.Keys];

    /// <summary>The faults that words stand for.</summary>
    public static HouseFaults Of(IEnumerable<string> words) => words.Aggregate(HouseFaults.None, (all, word) => all | ByWord[word]);
}
