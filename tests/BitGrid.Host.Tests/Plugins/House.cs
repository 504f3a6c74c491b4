using BitGrid.Engine;
using BitGrid.Host.Plugins;

namespace BitGrid.Host.Tests.Plugins;

/// <summary>A house with one load at noon on a sunny day.</summary>
internal static class House
{
    static readonly LoadProfile s_miner = new() { Id = "miner", LevelsW = [1000, 2000] };

    static readonly SiteProfile s_site = new() { Loads = [s_miner] };

    /// <summary>3 kW of surplus, every reading there, the miner off and long since.</summary>
    public static Situation Sunny { get; } = new(
        s_site,
        s_miner,
        new EnergyState
        {
            Block = Block.At(PluginStage.Noon),
            Time = PluginStage.Noon,
            PvPowerW = 4000,
            HouseLoadW = 1000,
            GridPowerW = -3000,
            BatteryPowerW = 0,
            BatterySocPct = 80,
            PriceCtKwh = 10,
        },
        new LoadReadings { PowerW = 0, TempC = 40, HeartbeatAgeS = 5 },
        LoadStatus.Off,
        3000);

    /// <summary>The same, with the miner running at level 1.</summary>
    public static Situation SunnyAndRunning { get; } = Sunny with { Status = new LoadStatus(true, 1, 100) };

    public static RegisteredRule Register(RuleOffer offer, object? options = null) => new(offer.Id, offer.Tier, offer.Create(options));

    public static DecisionEngine Engine(IEnumerable<RegisteredRule> rules, Action<RuleFault>? onFault = null) =>
        new(rules, new RegisteredPolicy("always-hodl", new AlwaysHodl()), new EngineSettings { OnFault = onFault });

    sealed class AlwaysHodl : IPolicy
    {
        static readonly Reason s_reason = new("ALWAYS_HODL", "mines always", "schürft immer");

        public PathChoice Choose(in PolicyContext context) =>
            new(EnergyPath.Hodl, default, s_reason, s_reason, s_reason, 1);
    }
}
