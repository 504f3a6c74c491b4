namespace BitGrid.Simulation;

/// <summary>The load of the house without the flexible loads and the battery.</summary>
public static class HouseLoad
{
    /// <summary>Load of each minute, W: shape, appliances, fridge and small noise.</summary>
    /// <param name="seed">Decides every chance.</param>
    /// <param name="start">The first minute, UTC.</param>
    /// <param name="blocks">Length in blocks of ten minutes.</param>
    public static double[] Simulate(ulong seed, DateTimeOffset start, int blocks)
    {
        double[] minutesW = new double[blocks * 10];
        AddShape(minutesW, start, seed);
        AddFridge(minutesW, new Chance(seed, "fridge"));
        AddHabits(minutesW, start, new Chance(seed, "habits"));
        return minutesW;
    }

    static void AddShape(double[] minutesW, DateTimeOffset start, ulong seed)
    {
        var activity = new OrnsteinUhlenbeck(new Chance(seed, "activity"), 40);
        var noise = new OrnsteinUhlenbeck(new Chance(seed, "load noise"), 6);
        for (int i = 0; i < minutesW.Length; i++)
        {
            double strength = Math.Max(0.25, activity.Step(1, 0.35));
            minutesW[i] = LoadShape.BaseW + noise.Step(0, 9) + (strength * LoadShape.ActivityW(start.AddMinutes(i)));
        }
    }

    static void AddFridge(double[] minutesW, Chance chance)
    {
        for (int minute = (int)chance.Between(0, 30); minute < minutesW.Length; minute += (int)chance.Between(20, 34))
        {
            int end = Math.Min(minutesW.Length, minute + (int)chance.Between(11, 16));
            for (; minute < end; minute++)
                minutesW[minute] += 85;
        }
    }

    static void AddHabits(double[] minutesW, DateTimeOffset start, Chance chance)
    {
        var first = DateOnly.FromDateTime(start.UtcDateTime);
        int days = (minutesW.Length / 1440) + 2;
        // The day before counts too: its last appliance may still run at the start.
        for (int day = -1; day < days; day++)
        {
            foreach (var habit in Habits.All)
                habit.AddTo(minutesW, start, first.AddDays(day), chance);
        }
    }
}
