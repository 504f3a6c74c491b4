using BitGrid.Engine.Intake;

namespace BitGrid.Host.History;

/// <summary>What a path of energy took and what that was worth when it was decided.</summary>
/// <param name="Path">The path.</param>
/// <param name="Kwh">Energy, kWh.</param>
/// <param name="Ct">Its worth, ct; blocks whose value is unknown add nothing.</param>
/// <param name="Sats">Mined, sats; 0 for the other paths.</param>
internal sealed record PathYield(EnergyPath Path, double Kwh, double Ct, double Sats)
{
    /// <summary>The yield of every path. Loads draw the power of their level, as in the key figures; what was sold is what the meter recorded.</summary>
    public static IReadOnlyList<PathYield> Of(IEnumerable<PastDecision> decisions, RecordReader records, SiteProfile site)
    {
        PathYield[] paths = [.. Enum.GetValues<EnergyPath>().Select(path => new PathYield(path, 0, 0, 0))];
        foreach (PastDecision past in decisions.Where(past => past.IsTick))
        {
            DecisionRecord record = records.Read(past.Line);
            if (site.Loads.FirstOrDefault(load => load.Id == record.LoadId) is not { } load || record.NewState.Level > load.TopLevel)
                continue;
            Add(load.Path, load.PowerAt(record.NewState.Level) * Block.Hours / 1000, record.EnergyPath.Values);
            // The meter is the house's, not the load's: it counts once a block.
            if (load.Id == site.Loads[0].Id && past.Number(ReadingNames.NameOf(Reading.GridPowerW)) is < 0 and { } gridW)
                Add(EnergyPath.Export, -gridW * Block.Hours / 1000, record.EnergyPath.Values);
        }

        return paths;

        void Add(EnergyPath path, double kwh, in PathValues values)
        {
            PathYield sum = paths[(int)path];
            paths[(int)path] = sum with
            {
                Kwh = sum.Kwh + kwh,
                Ct = sum.Ct + kwh * (values[path] ?? 0),
                Sats = sum.Sats + (path == EnergyPath.Hodl ? kwh * (values.SatsPerKwh ?? 0) : 0),
            };
        }
    }
}
