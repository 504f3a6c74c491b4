namespace BitGrid.Host.Web.Page.Charts;

/// <summary>A condition as a bar: the actual value, its limit, and the side on which all is well. Lengths are per cent of the bar.</summary>
internal sealed record Gauge
{
    // Which way is good: known for the quantities of the domain, and left open for those of other rules.
    static readonly string[] MoreIsBetter =
        ["surplus_kw", "forecast_surplus_kw", "forecast_confidence", "forecast_blocks", "battery_soc_pct", "blocks_since_change", "blocks_since_overheat"];

    static readonly string[] LessIsBetter =
        ["price_ct_kwh", "grid_power_w", "grid_import_blocks", "temp_c", "heat_temp_c", "heartbeat_age_s", "switches_today", "missing_readings"];

    // A value far beyond its limit must not squeeze the limit to the edge.
    const double FarthestInLimits = 3;

    /// <param name="condition">The condition.</param>
    public Gauge(in Condition condition)
    {
        bool asksForMore = condition.Comparison is Comparison.AtLeast or Comparison.Above;
        bool? moreIsGood = MoreIsBetter.Contains(condition.Metric.Name) ? true : LessIsBetter.Contains(condition.Metric.Name) ? false : null;
        IsWelcome = moreIsGood is null || moreIsGood == asksForMore;
        IsMoreGood = moreIsGood ?? asksForMore;
        IsWell = moreIsGood is null || condition.Actual is null ? null : condition.Fulfilled == IsWelcome;

        double actual = condition.Actual ?? condition.Limit;
        (double from, double to) = condition.Metric.Unit == "%" ? (0, 100) : (Math.Min(0, Math.Min(actual, condition.Limit)), Top(actual, condition.Limit));
        Limit = Place(condition.Limit, from, to);
        Zero = Place(0, from, to);
        Actual = condition.Actual is null ? null : Place(actual, from, to);
    }

    /// <summary>False for a condition that a rule watches for because it is bad: "too hot".</summary>
    public bool IsWelcome { get; }

    /// <summary>True when all is well above the limit.</summary>
    public bool IsMoreGood { get; }

    /// <summary>True when the value is on the good side; <see langword="null"/> when it is not known, or not known which side that is.</summary>
    public bool? IsWell { get; }

    /// <summary>Where the limit is.</summary>
    public double Limit { get; }

    /// <summary>Where zero is.</summary>
    public double Zero { get; }

    /// <summary>Where the actual value is; <see langword="null"/> when it is not known.</summary>
    public double? Actual { get; }

    static double Top(double actual, double limit)
    {
        double top = 1.15 * Math.Max(actual, limit);
        if (limit > 0)
            top = Math.Min(top, FarthestInLimits * limit);
        return Math.Max(top, 1e-3);
    }

    static double Place(double value, double from, double to) => Math.Clamp(100 * (value - from) / (to - from), 0, 100);
}
