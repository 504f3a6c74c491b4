namespace BitGrid;

/// <summary>
/// What a rule is given: the situation, its memory, and the comparisons to make with them. A comparison made through
/// <see cref="AtLeast"/> and its kin both decides and becomes a <see cref="Condition"/> of the vote, so what is
/// explained is what was decided.
/// </summary>
/// <remarks>Create one only in tests; the engine creates those that count.</remarks>
/// <param name="situation">What the rule may look at.</param>
/// <param name="memory">What the rule returned with its vote in the block before.</param>
/// <param name="conditions">Receives the conditions in the order they are checked; <see langword="null"/> when nobody asks for them.</param>
public readonly ref struct RuleContext(in Situation situation, RuleMemory memory, ICollection<Condition>? conditions = null)
{
    readonly ref readonly Situation _situation = ref situation;
    readonly ICollection<Condition>? _conditions = conditions;

    /// <summary>What the rule returned with its vote in the block before; empty at first.</summary>
    public RuleMemory Memory { get; } = memory;

    /// <summary>Readings of the site.</summary>
    public EnergyState State => _situation.State;

    /// <summary>The house.</summary>
    public SiteProfile Site => _situation.Site;

    /// <summary>The load in question.</summary>
    public LoadProfile Load => _situation.Load;

    /// <summary>The load's own readings.</summary>
    public LoadReadings Readings => _situation.Readings;

    /// <summary>What the load does now.</summary>
    public LoadStatus Status => _situation.Status;

    /// <summary>Surplus that the loads of higher priority leave over, kW; <see langword="null"/> when unknown.</summary>
    public double? SurplusKw => _situation.SurplusW / 1000;

    /// <summary>A person's wish for this load, if there is one.</summary>
    public ManualOverride? Override => _situation.Override;

    /// <summary>The state's time on the clock of the house. The only way for a rule to know the hour.</summary>
    public DateTimeOffset LocalTime => TimeZoneInfo.ConvertTime(State.Time, Site.TimeZone);

    /// <summary>Checks <c>actual ≥ limit</c>; false when the reading is missing.</summary>
    public bool AtLeast(Metric metric, double? actual, double limit)
    {
        Note(metric, actual, Comparison.AtLeast, limit);
        return actual >= limit;
    }

    /// <summary>Checks <c>actual ≤ limit</c>; false when the reading is missing.</summary>
    public bool AtMost(Metric metric, double? actual, double limit)
    {
        Note(metric, actual, Comparison.AtMost, limit);
        return actual <= limit;
    }

    /// <summary>Checks <c>actual &gt; limit</c>; false when the reading is missing.</summary>
    public bool Above(Metric metric, double? actual, double limit)
    {
        Note(metric, actual, Comparison.Above, limit);
        return actual > limit;
    }

    /// <summary>Checks <c>actual &lt; limit</c>; false when the reading is missing.</summary>
    public bool Below(Metric metric, double? actual, double limit)
    {
        Note(metric, actual, Comparison.Below, limit);
        return actual < limit;
    }

    // A condition is made only when somebody asks for it: most blocks are decided and never looked at.
    void Note(Metric metric, double? actual, Comparison comparison, double limit)
    {
        if (_conditions is not null)
            _conditions.Add(new Condition(metric, actual, comparison, limit));
    }
}
