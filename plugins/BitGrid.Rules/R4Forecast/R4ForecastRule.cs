using System.Collections.Immutable;

namespace BitGrid.Rules.R4Forecast;

/// <summary>
/// Looks ahead: starts a block early when the coming surplus will carry the load, and speaks against a start into a passing gleam.
/// It needs no price of its own: R1 holds at a price that is too high, and in the same tier Hold beats Start.
/// </summary>
[Rule("R4", RuleTier.Start)]
public sealed class R4ForecastRule(R4Options options) : IRule
{
    static readonly Reason NotAsked = new("R4_RUNNING", "the forecast matters only before a start", "die Prognose zählt nur vor einem Start");
    static readonly Reason NoForecast = new("R4_NO_FORECAST", "there is no sure forecast – {conditions}", "es gibt keine sichere Prognose – {conditions}");
    static readonly Reason Ahead = new("R4_START",
        "enough sun is expected soon (surplus {forecast_surplus_kw}, {forecast_surplus_kw.limit} needed)",
        "bald ist genug Sonne zu erwarten (Überschuss {forecast_surplus_kw}, nötig sind {forecast_surplus_kw.limit})");
    static readonly Reason Poor = new("R4_POOR_FORECAST",
        "too little sun is expected soon (surplus {forecast_surplus_kw}, {forecast_surplus_kw.limit} needed)",
        "bald ist zu wenig Sonne zu erwarten (Überschuss {forecast_surplus_kw}, nötig sind {forecast_surplus_kw.limit})");
    static readonly Reason Undecided = new("R4_UNDECIDED",
        "the forecast (surplus {forecast_surplus_kw}) speaks neither for a start nor against it",
        "die Prognose (Überschuss {forecast_surplus_kw}) spricht weder für noch gegen einen Start");

    readonly double _poorKw = Math.Round(options.ForecastSurplusKw - options.MarginKw, 9); // 1.2 − 0.3 is 0.8999999999999999 in binary

    /// <inheritdoc/>
    public Vote Evaluate(in RuleContext context)
    {
        if (context.Status.Running)
            return Vote.Abstain(NotAsked);
        ImmutableArray<double> forecastW = context.State.ForecastSurplusW;
        if (!context.AtLeast(Metrics.ForecastBlocks, forecastW.Length, options.HorizonBlocks)
            || !context.AtLeast(Metrics.ForecastConfidence, context.State.ForecastConfidence, options.MinConfidence))
            return Vote.Abstain(NoForecast);

        double meanKw = MeanKw(forecastW.AsSpan(0, options.HorizonBlocks));
        if (context.Below(Metrics.ForecastSurplusKw, meanKw, _poorKw))
            return Vote.Hold(Poor);
        return context.AtLeast(Metrics.ForecastSurplusKw, meanKw, options.ForecastSurplusKw)
            ? Vote.Start(Ahead)
            : Vote.Abstain(Undecided);
    }

    static double MeanKw(ReadOnlySpan<double> forecastW)
    {
        double sumW = 0;
        foreach (double surplusW in forecastW)
            sumW += surplusW;
        return sumW / forecastW.Length / 1000;
    }
}
