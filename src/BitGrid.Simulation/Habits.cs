namespace BitGrid.Simulation;

/// <summary>The appliances of a family of four and when it uses them. Powers are name plate values, courses are typical ones.</summary>
public static class Habits
{
    static readonly Stage[] Kettle = [new(3, 2050)];
    static readonly Stage[] Coffee = [new(2, 1350), new(6, 180)];
    static readonly Stage[] Toaster = [new(4, 900)];
    static readonly Stage[] HairDryer = [new(6, 1400)];
    static readonly Stage[] Vacuum = [new(22, 780)];
    static readonly Stage[] Hob = [new(7, 2300), new(22, 900)];
    static readonly Stage[] Oven = [new(11, 2400), new(5, 0), new(3, 2400), new(6, 0), new(3, 2400), new(6, 0), new(3, 2400), new(6, 0), new(2, 2400)];
    static readonly Stage[] Dishwasher = [new(6, 60), new(13, 2000), new(34, 75), new(11, 2000), new(28, 30)];
    static readonly Stage[] WashingMachine = [new(6, 150), new(16, 2050), new(46, 170), new(9, 480)];
    static readonly Stage[] Dryer = [new(95, 620)];
    static readonly Stage[] Screen = [new(140, 120)];

    /// <summary>Every habit, in the order in which chance is asked.</summary>
    public static IReadOnlyList<Habit> All { get; } =
    [
        new(6.6, 0.2, 0.9, 0.1, Coffee),
        new(8.8, 0.6, 0.2, 0.95, Coffee),
        new(15.5, 0.5, 0.3, 0.7, Coffee),
        new(6.8, 0.3, 0.7, 0.3, Kettle),
        new(17.0, 1.2, 0.4, 0.5, Kettle),
        new(21.3, 0.6, 0.4, 0.4, Kettle),
        new(7.1, 0.3, 0.7, 0.1, Toaster),
        new(9.2, 0.5, 0.1, 0.7, Toaster),
        new(6.9, 0.2, 0.6, 0.2, HairDryer),
        new(10.2, 1.0, 0.1, 0.5, Vacuum),
        new(12.3, 0.4, 0.35, 0.7, Hob),
        new(18.5, 0.5, 0.7, 0.5, Hob),
        new(18.2, 0.7, 0.25, 0.3, Oven),
        new(14.3, 0.6, 0.0, 0.4, Oven),
        new(20.4, 0.7, 0.7, 0.8, Dishwasher),
        new(13.6, 0.6, 0.05, 0.35, Dishwasher),
        new(9.4, 1.3, 0.35, 0.7, WashingMachine),
        new(16.8, 1.2, 0.2, 0.35, WashingMachine),
        new(12.2, 1.5, 0.1, 0.25, Dryer),
        new(20.2, 0.5, 0.85, 0.9, Screen),
    ];
}
