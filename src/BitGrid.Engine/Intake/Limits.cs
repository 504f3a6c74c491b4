namespace BitGrid.Engine.Intake;

/// <summary>Range a reading can be in, and what becomes of it outside.</summary>
/// <param name="Lower">Smallest possible value.</param>
/// <param name="Upper">Largest possible value.</param>
/// <param name="Below">What becomes of a value below <paramref name="Lower"/>.</param>
/// <param name="Above">What becomes of a value above <paramref name="Upper"/>.</param>
internal readonly record struct Limits(double Lower, double Upper, CorrectionKind Below, CorrectionKind Above)
{
    // A block's mean can exceed the plant's peak at cold, clear noon with bright cloud edges, but not by a fifth.
    const double PvOverPeak = 1.2;

    /// <summary>At or below it no sensor in a house speaks the truth: the coldest is −40 °C, and −273 and −99 are codes.</summary>
    const double ColdestC = -40;

    /// <summary>Above it no sensor in a house speaks the truth: solder melts, and 255 and 999 are codes.</summary>
    const double HottestC = 200;

    static Limits None => new(double.MinValue, double.MaxValue, CorrectionKind.Impossible, CorrectionKind.Impossible);

    static Limits NotNegative => None with { Lower = 0 };

    static Limits Temperature => new(Math.BitIncrement(ColdestC), HottestC, CorrectionKind.Sentinel, CorrectionKind.Sentinel);

    static Limits Within(double lower, double upper) => new(lower, upper, CorrectionKind.Clamped, CorrectionKind.Clamped);

    /// <summary>The limits of a reading at a site.</summary>
    public static Limits Of(Reading reading, SiteProfile site) => reading switch
    {
        Reading.PvPowerW => new(0, site.PvPeakW * PvOverPeak, CorrectionKind.Clamped, CorrectionKind.Impossible),
        Reading.GridPowerW => Within(-site.GridLimitW, site.GridLimitW),
        Reading.BatterySocPct => Within(0, 100),
        Reading.ForecastConfidence => Within(0, 1),
        Reading.HeatTempC or Reading.MinerTempC => Temperature,
        Reading.BatteryPowerW or Reading.PriceCtKwh or Reading.FeedInCtKwh => None,
        _ => NotNegative,
    };

    /// <summary>True when the value can be taken as it is; false also for what is not a number.</summary>
    public bool Contain(double value) => value >= Lower && value <= Upper;

    /// <summary>What becomes of a value that is not contained.</summary>
    public (CorrectionKind Kind, double? Result) Correct(double value)
    {
        if (!double.IsFinite(value))
            return (CorrectionKind.NotFinite, null);
        (CorrectionKind kind, double limit) = value < Lower ? (Below, Lower) : (Above, Upper);
        return (kind, kind == CorrectionKind.Clamped ? limit : null);
    }
}
