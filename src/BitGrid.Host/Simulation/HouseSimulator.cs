using BitGrid.Engine;
using BitGrid.Host.Configuration;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Simulation;
using BitGrid.Simulation.Houses;
using BitGrid.Simulation.Optimum;
using BitGrid.Simulation.Pilots;

namespace BitGrid.Host.Simulation;

/// <summary>
/// Simulates a house as it is configured. Runs share nothing but the series, so several may run at once.
/// </summary>
/// <param name="configuration">The house, its loads and what is set for simulations.</param>
/// <param name="series">What comes from outside.</param>
internal sealed class HouseSimulator(SiteConfiguration configuration, HouseSeries series)
{
    /// <summary>The devices of the house.</summary>
    public HouseSpec Spec { get; } = SpecOf(configuration);

    /// <summary>How soon a load may be switched again: what R5 asks for. Without R5 at any time.</summary>
    public SwitchLimits Limits { get; } = LimitsOf(configuration);

    /// <summary>The closed loop with BitGrid at the wheel.</summary>
    /// <param name="engine">An engine with the rules and the policy that are wanted.</param>
    /// <param name="wishes">How; <see langword="null"/> for the usual.</param>
    public SimulatedRun Run(DecisionEngine engine, SimulationWishes? wishes = null)
    {
        wishes ??= new();
        EnginePilot pilot = new(engine, configuration.Site, wishes.Describes);
        Action<HouseModel>? seen = wishes.Seen is { } told ? house => told(house, pilot) : null;
        IReadOnlyList<Ledger> days = HouseRun.Live(new(Spec, series, wishes.Seed), pilot, wishes.Faults, seen);
        return new(Strategy.BitGrid, days)
        {
            SafetyStops = pilot.SafetyStops,
            Coverage = wishes.Describes ? new(pilot.Described, pilot.Explained, pilot.Traced) : null,
        };
    }

    /// <summary>The same house with a baseline at the wheel.</summary>
    /// <param name="strategy"><see cref="Strategy.Off"/>, <see cref="Strategy.AlwaysOn"/> or <see cref="Strategy.Naive"/>.</param>
    /// <param name="wishes">How; <see langword="null"/> for the usual.</param>
    public SimulatedRun RunBaseline(Strategy strategy, SimulationWishes? wishes = null) => Live(strategy, strategy switch
    {
        Strategy.Off => new OffPilot(),
        Strategy.AlwaysOn => new AlwaysOnPilot(),
        Strategy.Naive => new NaivePilot(),
        _ => throw new ArgumentOutOfRangeException(nameof(strategy), strategy, "Only a baseline runs without an engine."),
    }, wishes);

    /// <summary>The best that could have been done; <see langword="null"/> where it cannot be found (<see cref="ClairvoyantPlan.CanPlan"/>).</summary>
    /// <param name="wishes">How; <see langword="null"/> for the usual.</param>
    public SimulatedRun? RunOptimum(SimulationWishes? wishes = null) => ClairvoyantPlan.CanPlan(Spec, series, Limits)
        ? Live(Strategy.Optimum, new PlanPilot(new ClairvoyantPlan(Spec, series, Limits).LevelOfBlock), wishes)
        : null;

    SimulatedRun Live(Strategy strategy, IPilot pilot, SimulationWishes? wishes)
    {
        wishes ??= new();
        return new(strategy, HouseRun.Live(new(Spec, series, wishes.Seed), pilot, wishes.Faults));
    }

    static HouseSpec SpecOf(SiteConfiguration configuration)
    {
        SimulationSettings settings = configuration.Host.Simulation;
        return new([.. configuration.Site.Loads.Select(load => SpecOf(load, settings))])
        {
            Battery = configuration.Site.HasBattery ? BatteryOf(settings) : null,
            StartSocPct = settings.BatteryStartPct,
            RoomTempC = settings.RoomTempC,
            RoomSwingC = settings.RoomSwingC,
            ThermalLimitC = configuration.ThermalLimitC,
            HeatCostCtKwh = configuration.Site.HeatCostCtKwh ?? 0,
        };
    }

    static LoadSpec SpecOf(LoadProfile load, SimulationSettings settings) => new(load.LevelsW)
    {
        IsHeater = load.Kind == LoadKind.Heater,
        EfficiencyJTh = load.EfficiencyJTh,
        StandbyW = settings.StandbyW,
    };

    static BatterySpec BatteryOf(SimulationSettings settings) => new(settings.BatteryKwh * 1000, settings.BatteryPowerW)
    {
        OneWayEfficiency = Math.Sqrt(settings.BatteryEfficiencyPct / 100),
        ReservePct = settings.BatteryReservePct,
        IdleW = settings.BatteryIdleW,
    };

    static SwitchLimits LimitsOf(SiteConfiguration configuration)
    {
        if (configuration.Rules.All(rule => rule.Id != "R5"))
            return new(1, 1);
        int held = Setting("hold_blocks") + 1;
        return new(Math.Max(held, Setting("min_runtime_blocks")), Math.Max(held, Setting("min_pause_blocks")));

        int Setting(string name) => (int)(configuration.Number($"rules.R5.{name}") ?? 0);
    }
}
