namespace BitGrid;

/// <summary>What a policy is given. The same for every policy; values are the spot values of the domain's formulas.</summary>
/// <param name="situation">What the policy may look at.</param>
public readonly ref struct PolicyContext(in Situation situation)
{
    readonly ref readonly Situation _situation = ref situation;

    /// <summary>Readings of the site.</summary>
    public EnergyState State => _situation.State;

    /// <summary>The house.</summary>
    public SiteProfile Site => _situation.Site;

    /// <summary>The load in question.</summary>
    public LoadProfile Load => _situation.Load;

    /// <summary>What the load does now.</summary>
    public LoadStatus Status => _situation.Status;

    /// <summary>Surplus that the loads of higher priority leave over, W; <see langword="null"/> when unknown.</summary>
    public double? SurplusW => _situation.SurplusW;

    /// <summary>The state's time on the clock of the house.</summary>
    public DateTimeOffset LocalTime => TimeZoneInfo.ConvertTime(State.Time, Site.TimeZone);

    /// <summary>
    /// The highest level the surplus carries (<c>power_w ≤ surplus_w</c>, plus the load's hysteresis for a level above
    /// the present one), at least 1: whether the load runs at all is for the rules to say.
    /// </summary>
    public int CarriedLevel
    {
        get
        {
            LoadProfile load = Load;
            for (int level = load.TopLevel; level > 1; level--)
            {
                double neededW = load.PowerAt(level) + (level > Status.Level && Status.Running ? load.LevelHysteresisW : 0);
                if (SurplusW >= neededW)
                    return level;
            }

            return 1;
        }
    }

    /// <summary>Spot value of each path; see <see cref="PathValues"/> for the formulas.</summary>
    public PathValues Values
    {
        get
        {
            double? satsPerKwh = State.HashpriceSatsThsDay / 86_400 * 3.6e6 / Load.EfficiencyJTh;
            return new(
                State.FeedInCtKwh ?? Site.FeedInCtKwh,
                HeatIsFull ? 0 : Site.HeatCostCtKwh,
                satsPerKwh * State.BtcPriceEur / 1e6,
                satsPerKwh);
        }
    }

    /// <summary>True when the heat buffer is known to be at its limit.</summary>
    public bool HeatIsFull => Site.HeatLimitC is { } limitC && State.HeatTempC >= limitC;
}
