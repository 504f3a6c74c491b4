using System.Collections.Immutable;

namespace BitGrid.Engine.Intake;

/// <summary>Which readings a site cannot do without, and what their absence means.</summary>
internal static class RequiredReadings
{
    static readonly string[] Names =
        [.. new[] { Reading.BatteryPowerW, Reading.BatterySocPct, Reading.GridPowerW, Reading.HouseLoadW, Reading.MinerPowerW, Reading.PvPowerW }
            .Select(ReadingNames.NameOf).Order(StringComparer.Ordinal)];

    // Every subset is prepared, so that a year of the same missing reading shares one array.
    static readonly ImmutableArray<string>[] Subsets =
        [.. Enumerable.Range(0, 1 << Names.Length).Select(subset => Names.Where((_, bit) => (subset >> bit & 1) == 1).ToImmutableArray())];

    /// <summary>Names of the required readings that are unknown, sorted; without a house meter also what it takes to derive the house's load.</summary>
    public static ImmutableArray<string> MissingFrom(in PowerBalance balance) =>
        Subsets[
            Bit(0, balance.Site.HasBattery && balance.CannotDeriveHouse && balance.BatteryW is null)
            | Bit(1, balance.Site.HasBattery && balance.SocPct is null)
            | Bit(2, balance.GridW is null)
            | Bit(3, balance.HouseW is null)
            | Bit(4, balance.CannotDeriveHouse && balance.LoadsW is null)
            | Bit(5, balance.PvW is null)];

    /// <summary>How far readings can be trusted that lack <paramref name="missing"/>.</summary>
    public static DataQuality QualityOf(in PowerBalance balance, ImmutableArray<string> missing)
    {
        bool surplusUnknown = balance.PvW is null || balance.HouseW is null;
        if (surplusUnknown && balance.GridW is null)
            return DataQuality.Invalid;
        return missing.IsEmpty ? DataQuality.Ok : DataQuality.Degraded;
    }

    static int Bit(int index, bool set) => set ? 1 << index : 0;
}
