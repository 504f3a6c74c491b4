namespace BitGrid.Engine.Intake;

/// <summary>The readings a site cannot do without. Signs as in <see cref="EnergyState"/>; <see langword="null"/> is unknown.</summary>
/// <param name="Site">The house.</param>
/// <param name="PvW">PV production, W.</param>
/// <param name="MeteredHouseW">Load of the house as metered or recorded, W.</param>
/// <param name="GridW">Grid power, W.</param>
/// <param name="BatteryW">Battery power, W.</param>
/// <param name="SocPct">State of charge, %.</param>
/// <param name="LoadsW">Power of all flexible loads, W.</param>
internal readonly record struct PowerBalance(
    SiteProfile Site, double? PvW, double? MeteredHouseW, double? GridW, double? BatteryW, double? SocPct, double? LoadsW)
{
    /// <summary>Load of the house, W: metered, or in a house without a meter what the balance leaves, never below 0.</summary>
    public double? HouseW => MeteredHouseW ?? (Site.HasHouseMeter || DerivedHouseW is not { } derivedW ? null : Math.Max(0, derivedW));

    /// <summary>True when the house's load had to be derived and could not be.</summary>
    public bool CannotDeriveHouse => HouseW is null && !Site.HasHouseMeter;

    double? DerivedHouseW => PvW + GridW + (Site.HasBattery ? BatteryW : 0) - LoadsW;
}
