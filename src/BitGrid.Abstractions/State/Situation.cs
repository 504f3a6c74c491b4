namespace BitGrid;

/// <summary>Everything a rule or policy may look at for one load in one block. Immutable and self-contained: kept with a decision, it lets the decision be explained at any time.</summary>
/// <param name="Site">The house.</param>
/// <param name="Load">The load in question.</param>
/// <param name="State">Readings of the site in this block.</param>
/// <param name="Readings">The load's own readings.</param>
/// <param name="Status">What the load does now.</param>
/// <param name="SurplusW">Surplus that the loads of higher priority leave over, W; <see langword="null"/> when unknown.</param>
/// <param name="Override">A person's wish for this load, if there is one.</param>
public readonly record struct Situation(
    SiteProfile Site,
    LoadProfile Load,
    EnergyState State,
    LoadReadings Readings,
    LoadStatus Status,
    double? SurplusW,
    ManualOverride? Override = null);
