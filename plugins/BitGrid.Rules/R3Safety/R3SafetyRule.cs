namespace BitGrid.Rules.R3Safety;

/// <summary>
/// Guards heat and hardware: stops at the temperature limit and stays off until it is well below, lowers the level near the
/// limit, stops a load that fell silent, and starts nothing it cannot see. Also heard on every message between two ticks.
/// </summary>
/// <remarks>
/// A temperature counts as missing only after the energy context has waited for it, so a missing one is acted on at once.
/// What a running load lacks never makes this rule hold: that would shield it from a stop by the rules below.
/// </remarks>
[Rule("R3", RuleTier.Safety)]
public sealed class R3SafetyRule(R3Options options) : IRule
{
    const string HotBlock = "hot_block"; // the last block in which the load was too hot; NotHot once it is cool
    const double NotHot = -1;

    static readonly Reason Fine = new("R3_FINE", "temperature and hardware are fine", "Temperatur und Gerät sind in Ordnung");
    static readonly Reason Nothing = new("R3_NOTHING_TO_WATCH", "the load has no sensors to watch", "das Gerät hat keine Fühler");
    static readonly Reason OverTemperature = new("R3_OVER_TEMPERATURE",
        "too hot ({temp_c}, the limit is {temp_c.limit})", "zu heiß ({temp_c}, Grenze {temp_c.limit})");
    static readonly Reason CoolingDown = new("R3_COOLING_DOWN",
        "it still cools down after overheating – {conditions}", "es kühlt nach einer Überhitzung noch ab – {conditions}");
    static readonly Reason NearLimit = new("R3_THROTTLE",
        "almost too hot ({temp_c}), from {temp_c.limit} on it runs slower",
        "fast zu heiß ({temp_c}), ab {temp_c.limit} läuft es langsamer");
    static readonly Reason TemperatureUnknown = new("R3_TEMPERATURE_UNKNOWN", "the temperature of the device is not known", "die Temperatur des Geräts ist nicht bekannt");
    static readonly Reason Silent = new("R3_SILENT",
        "no sign of work for {heartbeat_age_s} (at most {heartbeat_age_s.limit} allowed)",
        "kein Lebenszeichen seit {heartbeat_age_s} (erlaubt sind {heartbeat_age_s.limit})");

    readonly double _stopC = Math.Min(options.TStopC, R3Constants.MaxTempC);
    readonly double _throttleC = Math.Round(Math.Min(options.TStopC, R3Constants.MaxTempC) - options.ThrottleMarginC, 9); // else binary noise is explained
    readonly double _timeoutS = Math.Min(options.CommTimeoutS, R3Constants.MaxSilenceS);

    /// <inheritdoc/>
    public Vote Evaluate(in RuleContext context)
    {
        if (context.Load is { Temperature: TemperatureSensing.None, Heartbeat: false })
            return Vote.Abstain(Nothing);
        Vote heat = WatchHeat(context);
        return heat.Kind is VoteKind.Abstain or VoteKind.Throttle && FellSilent(context)
            ? Vote.Stop(Silent).Remembering(heat.Memory)
            : heat;
    }

    Vote WatchHeat(in RuleContext context)
    {
        if (context.Load.Temperature == TemperatureSensing.None)
            return Vote.Abstain(Fine);
        return context.Readings.TempC is null ? Blind(context) : Seeing(context);
    }

    Vote Seeing(in RuleContext context)
    {
        if (context.AtLeast(Metrics.TempC, context.Readings.TempC, _stopC))
            return Refuse(context, OverTemperature).Remembering(context.Memory.With(HotBlock, context.State.Block.Id));
        // Without memory the band between stop and resume counts as hot.
        bool mayBeHot = context.Memory[HotBlock] is not < 0;
        if (mayBeHot && !context.AtMost(Metrics.TempC, context.Readings.TempC, options.TResumeC))
            return Refuse(context, CoolingDown).Remembering(context.Memory);
        return Cool(context).Remembering(context.Memory.With(HotBlock, NotHot));
    }

    Vote Cool(in RuleContext context) =>
        context.Status.Running && context.AtLeast(Metrics.TempC, context.Readings.TempC, _throttleC)
            ? Vote.Throttle(NearLimit, Math.Max(1, context.Status.Level - 1))
            : Vote.Abstain(Fine);

    Vote Blind(in RuleContext context)
    {
        bool mayBeSilent = context.Load.Temperature == TemperatureSensing.WhileRunning && !context.Status.Running;
        if (!mayBeSilent)
            return Refuse(context, TemperatureUnknown).Remembering(context.Memory);
        bool coolingDown = context.Memory[HotBlock] is >= 0 and double hot
            && !context.AtLeast(Metrics.BlocksSinceOverheat, context.State.Block.Id - hot, options.CooldownBlocks);
        // Cool from here on: else its usual temperature, once it runs and tells it, would count as not yet cooled down.
        return coolingDown
            ? Vote.Hold(CoolingDown).Remembering(context.Memory)
            : Vote.Abstain(Fine).Remembering(context.Memory.With(HotBlock, NotHot));
    }

    bool FellSilent(in RuleContext context) =>
        context.Load.Heartbeat && context.Status.Running && !context.AtMost(Metrics.HeartbeatAgeS, context.Readings.HeartbeatAgeS, _timeoutS);

    static Vote Refuse(in RuleContext context, Reason reason) => context.Status.Running ? Vote.Stop(reason) : Vote.Hold(reason);
}
