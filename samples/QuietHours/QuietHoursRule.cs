namespace BitGrid.Samples.QuietHours;

/// <summary>
/// In the quiet hours of a season nothing starts, and what runs is stopped. It looks at the clock of the house alone,
/// so no missing reading concerns it.
/// </summary>
[Rule("quiet_hours", RuleTier.Start)]
public sealed class QuietHoursRule(QuietHoursOptions options) : IRule
{
    static readonly Metric LocalMonth = new("local_month", "", "month", "Monat");
    static readonly Metric LocalHour = new("local_hour", "h", "time of day", "Uhrzeit", Decimals: 1);

    static readonly Reason OutOfSeason = new("QUIET_HOURS_OUT_OF_SEASON",
        "no quiet hours in month {local_month}", "im Monat {local_month} gilt keine Ruhezeit");
    static readonly Reason OutOfHours = new("QUIET_HOURS_OVER",
        "no quiet hours at {local_hour}", "um {local_hour} gilt keine Ruhezeit");
    static readonly Reason StaysOff = new("QUIET_HOURS_NO_START",
        "at {local_hour} quiet hours keep the load off", "um {local_hour} hält die Ruhezeit die Last aus");
    static readonly Reason Ends = new("QUIET_HOURS_STOP",
        "at {local_hour} quiet hours end the run", "um {local_hour} beendet die Ruhezeit den Lauf");

    /// <inheritdoc/>
    public Vote Evaluate(in RuleContext context)
    {
        if (!IsInSeason(context))
            return Vote.Abstain(OutOfSeason);
        if (!IsInHours(context))
            return Vote.Abstain(OutOfHours);
        return context.Status.Running ? Vote.Stop(Ends) : Vote.Hold(StaysOff);
    }

    bool IsInSeason(in RuleContext context)
    {
        int month = context.LocalTime.Month;
        return options.FromMonth <= options.ToMonth
            ? context.AtLeast(LocalMonth, month, options.FromMonth) && context.AtMost(LocalMonth, month, options.ToMonth)
            : context.AtLeast(LocalMonth, month, options.FromMonth) || context.AtMost(LocalMonth, month, options.ToMonth);
    }

    bool IsInHours(in RuleContext context)
    {
        double hour = context.LocalTime.TimeOfDay.TotalHours;
        return options.FromH <= options.ToH
            ? context.AtLeast(LocalHour, hour, options.FromH) && context.Below(LocalHour, hour, options.ToH)
            : context.AtLeast(LocalHour, hour, options.FromH) || context.Below(LocalHour, hour, options.ToH);
    }
}
