namespace BitGrid.Rules.R1Profitability;

/// <summary>Starts on enough surplus at a good price, and stops when either is lost. Without a reading it needs it holds.</summary>
[Rule("R1", RuleTier.Start)]
public sealed class R1ProfitabilityRule(R1Options options) : IRule
{
    static readonly Reason SurplusSuffices = new("R1_START",
        "enough solar power is left over – {conditions}", "genug Sonnenstrom ist übrig – {conditions}");
    static readonly Reason SurplusShort = new("R1_SURPLUS_SHORT",
        "not enough solar power is left over (surplus {surplus_kw}, {surplus_kw.limit} needed)",
        "zu wenig Sonnenstrom ist übrig (Überschuss {surplus_kw}, nötig sind {surplus_kw.limit})");
    static readonly Reason PriceHigh = new("R1_PRICE_HIGH",
        "electricity is too expensive now ({price_ct_kwh}, at most {price_ct_kwh.limit} allowed)",
        "Strom ist gerade zu teuer ({price_ct_kwh}, erlaubt sind {price_ct_kwh.limit})");
    static readonly Reason ReadingMissing = new("R1_READING_MISSING",
        "surplus or price is not known – {conditions}", "Überschuss oder Strompreis ist nicht bekannt – {conditions}");
    static readonly Reason WorthRunning = new("R1_KEEP",
        "the solar power still suffices – {conditions}", "der Sonnenstrom reicht noch – {conditions}");
    static readonly Reason SurplusLost = new("R1_SURPLUS_LOST",
        "the solar power no longer suffices (surplus {surplus_kw}, {surplus_kw.limit} needed)",
        "der Sonnenstrom reicht nicht mehr (Überschuss {surplus_kw}, nötig sind {surplus_kw.limit})");
    static readonly Reason PriceLost = new("R1_PRICE_LOST",
        "electricity has become too expensive ({price_ct_kwh}, at most {price_ct_kwh.limit} allowed)",
        "Strom ist zu teuer geworden ({price_ct_kwh}, erlaubt sind {price_ct_kwh.limit})");

    // Rounded, because 1.1 − 0.2 is 0.9000000000000001 in binary: a surplus of 0.9 would fall "below 0.9".
    readonly double _keepSurplusKw = Math.Round(options.SurplusMinKw - options.SurplusHysteresisKw, 9);
    readonly double? _keepPriceCtKwh = options.PriceMaxCtKwh is { } startCtKwh ? Math.Round(startCtKwh + options.PriceHysteresisCtKwh, 9) : null;

    /// <inheritdoc/>
    public Vote Evaluate(in RuleContext context)
    {
        bool running = context.Status.Running;
        bool surplusSuffices = context.AtLeast(Metrics.SurplusKw, context.SurplusKw, running ? _keepSurplusKw : options.SurplusMinKw);
        bool priceIsFine = (running ? _keepPriceCtKwh : options.PriceMaxCtKwh) is not { } maxCtKwh
            || context.AtMost(Metrics.PriceCtKwh, context.State.PriceCtKwh, maxCtKwh);

        if (context.SurplusKw is null || (options.PriceMaxCtKwh is not null && context.State.PriceCtKwh is null))
            return Vote.Hold(ReadingMissing);
        return running ? Keep(surplusSuffices, priceIsFine) : Begin(surplusSuffices, priceIsFine);
    }

    static Vote Begin(bool surplusSuffices, bool priceIsFine) => (surplusSuffices, priceIsFine) switch
    {
        (_, false) => Vote.Hold(PriceHigh),
        (false, true) => Vote.Abstain(SurplusShort),
        _ => Vote.Start(SurplusSuffices),
    };

    static Vote Keep(bool surplusSuffices, bool priceIsFine) => (surplusSuffices, priceIsFine) switch
    {
        (false, _) => Vote.Stop(SurplusLost),
        (_, false) => Vote.Stop(PriceLost),
        _ => Vote.Abstain(WorthRunning),
    };
}
