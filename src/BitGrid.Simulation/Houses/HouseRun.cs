namespace BitGrid.Simulation.Houses;

/// <summary>The closed loop: pilot, loads, battery and grid, block after block.</summary>
public static class HouseRun
{
    /// <summary>Lives through a series.</summary>
    /// <param name="house">A house at its beginning.</param>
    /// <param name="pilot">Who switches its loads.</param>
    /// <param name="faults">What goes wrong; <see langword="null"/> for nothing.</param>
    /// <param name="seen">Told after each block, when somebody wants to look.</param>
    /// <returns>One account per UTC day, in order.</returns>
    public static IReadOnlyList<Ledger> Live(HouseModel house, IPilot pilot, FaultPlan? faults = null, Action<HouseModel>? seen = null)
    {
        List<Ledger> days = [];
        Span<int> levels = stackalloc int[house.Spec.Loads.Length];
        LoadWatch[] watches = [.. house.Spec.Loads.Select(_ => new LoadWatch())];
        for (int block = 0; block < house.Series.Count; block++)
        {
            pilot.Steer(house, levels);
            double socBeforePct = house.SocPct;
            house.Step(levels, (faults ?? FaultPlan.None)[block]);
            long day = (house.Series.FirstBlockId + block) / Ledger.BlocksPerDay;
            if (days.Count == 0 || days[^1].Day != day)
                days.Add(new(day));
            days[^1].Add(house, socBeforePct, watches);
            seen?.Invoke(house);
        }

        return days;
    }
}
