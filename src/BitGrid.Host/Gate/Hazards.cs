using BitGrid.Engine.Replay;
using BitGrid.Host.Configuration.Settings;

namespace BitGrid.Host.Gate;

/// <summary>
/// Counts, day by day, what must not happen whatever a configuration says: a load that runs too hot, and one that runs on the
/// house's reserve. The limits are those of <c>gates.yaml</c> in force, so no candidate can move them.
/// </summary>
/// <param name="ThermalIncidents">Times a load kept running too hot for more than one block, by day.</param>
/// <param name="ReserveBreaches">Blocks in which a load ran on the reserve, by day.</param>
internal sealed record Hazards(SortedDictionary<DateOnly, double> ThermalIncidents, SortedDictionary<DateOnly, double> ReserveBreaches)
{
    /// <summary>Counts in decisions and the states they were taken on.</summary>
    public static Hazards In(Replayed replayed, RecordedDays days, SiteProfile site, GateSettings gates)
    {
        Hazards hazards = new([], []);
        Dictionary<(Block, string), ReplayRow> rows = [];
        foreach (ReplayRow row in days.Rows.Where(row => !row.IsBetweenTicks))
            rows[(row.State.Block, row.LoadId ?? site.Loads[0].Id)] = row;
        HashSet<string> hot = [];
        foreach (Outcome outcome in replayed.Outcomes)
        {
            if (rows.TryGetValue((outcome.Block, outcome.LoadId), out ReplayRow? row))
                hazards.Count(outcome, row, hot, gates);
        }

        return hazards;
    }

    void Count(Outcome outcome, ReplayRow row, HashSet<string> hot, GateSettings gates)
    {
        DateOnly date = DateOnly.FromDateTime(outcome.Block.WindowStart.UtcDateTime);
        bool isHot = outcome.Running && row.Readings.TempC >= gates.HotC;
        Add(ThermalIncidents, date, isHot && hot.Contains(outcome.LoadId));
        Add(ReserveBreaches, date, outcome.Running && row.State.BatterySocPct <= gates.ReservePct);
        if (isHot)
            hot.Add(outcome.LoadId);
        else
            hot.Remove(outcome.LoadId);
    }

    static void Add(SortedDictionary<DateOnly, double> days, DateOnly date, bool happened) =>
        days[date] = days.GetValueOrDefault(date) + (happened ? 1 : 0);
}
