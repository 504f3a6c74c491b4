using System.Collections.Immutable;
using BitGrid.Engine.Replay;
using BitGrid.Engine.Tests.Support;
using BitGrid.Testing;
using CsCheck;

namespace BitGrid.Engine.Tests.Properties;

/// <summary>Generators of random walks. Every option is drawn from its range; readings lie where the limits are, and some are missing.</summary>
static class Walks
{
    const int Blocks = 40;

    static readonly Gen<RuleSettings> Settings = Gen.Select(
        Gen.Double[0, 4], Gen.Double[0, 1], Gen.Double[-5, 40], Gen.Double[0, 50], Gen.Double[1, 30], Gen.Int[1, 5],
        Gen.Select(Gen.Double[60, 95], Gen.Double[1, 30], Gen.Double[0, 10], Gen.Int[1, 6]),
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int[0, 6]))
        .Select((surplusKw, hysteresis, priceCtKwh, socPct, socBand, importBlocks, heat, stability) => new RuleSettings
        {
            R1 = new() { SurplusMinKw = surplusKw, SurplusHysteresisKw = hysteresis, PriceMaxCtKwh = priceCtKwh < 0 ? null : priceCtKwh, PriceHysteresisCtKwh = hysteresis },
            R2 = new() { SocStopPct = socPct, SocResumePct = socPct + socBand, GridImportBlocks = importBlocks },
            R3 = new() { TStopC = heat.Item1, TResumeC = heat.Item1 - heat.Item2, ThrottleMarginC = heat.Item3, CooldownBlocks = heat.Item4 },
            R4 = new() { ForecastSurplusKw = surplusKw, MarginKw = hysteresis, HorizonBlocks = importBlocks },
            R5 = new()
            {
                HoldBlocks = stability.Item1,
                MinRuntimeBlocks = stability.Item2,
                MinPauseBlocks = stability.Item3,
                MaxSwitchesPerDay = stability.Item4 == 0 ? null : stability.Item4,
            },
        });

    static readonly Gen<SiteProfile> Sites = Gen.Select(Gen.Bool, Gen.Enum<TemperatureSensing>(), Gen.Bool).Select((battery, sensing, heartbeat) =>
        Some.Site([Some.Load("first", temperature: sensing, heartbeat: heartbeat), Some.Load("second", levelsW: [500, 900])], hasBattery: battery));

    static readonly Gen<LoadReadings> Readings = Gen.Select(OrMissing(Gen.Double[40, 100]), OrMissing(Gen.Double[0, 80]))
        .Select((tempC, heartbeatAgeS) => new LoadReadings { TempC = tempC, HeartbeatAgeS = heartbeatAgeS });

    static readonly Gen<EnergyState> States = Gen.Select(
        OrMissing(Gen.Double[-1000, 6000]), OrMissing(Gen.Double[-3000, 1000]), OrMissing(Gen.Double[20, 100]), OrMissing(Gen.Double[-5, 40]),
        Gen.Double[-500, 5000].Array[0, 6], OrMissing(Gen.Double[0, 1]))
        .Select((surplusW, gridW, socPct, priceCtKwh, forecastW, confidence) =>
            Some.State(surplusW, gridW, socPct, priceCtKwh, forecastSurplusW: forecastW, forecastConfidence: confidence));

    static readonly Gen<ManualOverride?> Wishes = Gen.Frequency<ManualOverride?>(
        (9, Gen.Const((ManualOverride?)null)),
        (1, Gen.Select(Gen.Bool, Gen.Int[0, 5]).Select((run, level) => (ManualOverride?)new ManualOverride(run, level, default, 1))));

    /// <summary>Walks whose states tell what is missing, as the host does.</summary>
    public static Gen<Walk> Honest { get; } = Create((site, state, rules, unusable) => Judged(site, state, rules, unusable));

    /// <summary>Walks whose states all claim to be fine: then the rules alone must see to it that nothing starts blindly.</summary>
    public static Gen<Walk> Blind { get; } = Create((_, state, _, _) => state);

    static Gen<Walk> Create(Func<SiteProfile, EnergyState, RuleSettings, bool, EnergyState> judge) => Gen.Select(
        Settings, Gen.Enum<AutonomyLevel>(), Sites,
        Gen.Select(States, Readings, Readings, Gen.Int[0, 40], Gen.Int[0, 60]).Array[Blocks],
        Wishes.Array[Blocks])
        .Select((rules, autonomy, site, rows, wishes) =>
        {
            Block block = Some.Block;
            int unusableBlocks = 0;
            ReplayRow[][] blocks = new ReplayRow[rows.Length][];
            for (int i = 0; i < rows.Length; i++)
            {
                (EnergyState state, LoadReadings first, LoadReadings second, int gap, int unusable) = rows[i];
                block = block.Plus(gap < 3 ? gap + 2 : 1);
                unusableBlocks = unusable == 0 ? 3 : unusableBlocks - 1;
                state = judge(site, state with { Block = block, Time = block.WindowStart }, rules, unusableBlocks > 0);
                wishes[i] = wishes[i] is { } wish ? wish with { FirstBlock = block } : null;
                blocks[i] = [new(state, "first", first, null), new(state, "second", second, null)];
            }

            return new Walk(rules, autonomy, site, blocks, wishes);
        });

    static EnergyState Judged(SiteProfile site, EnergyState state, RuleSettings rules, bool unusable)
    {
        ImmutableArray<string> missing =
        [
            .. new[]
            {
                state.SurplusW is null ? "pv_power_w" : null,
                state.GridPowerW is null ? "grid_power_w" : null,
                site.HasBattery && state.BatterySocPct is null ? "battery_soc_pct" : null,
                rules.R1.PriceMaxCtKwh is not null && state.PriceCtKwh is null ? "price_ct_kwh" : null,
            }.OfType<string>(),
        ];
        return state with
        {
            Missing = missing,
            Quality = unusable ? DataQuality.Invalid : missing.IsEmpty ? DataQuality.Ok : DataQuality.Degraded,
        };
    }

    static Gen<double?> OrMissing(Gen<double> reading) =>
        Gen.Frequency((15, reading.Select(value => (double?)Math.Round(value, 1))), (1, Gen.Const((double?)null)));
}
