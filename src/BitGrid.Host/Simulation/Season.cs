namespace BitGrid.Host.Simulation;

/// <summary>A season as meteorologists count it: whole months, by UTC.</summary>
internal enum Season
{
    /// <summary>December, January, February.</summary>
    Winter,

    /// <summary>March, April, May.</summary>
    Spring,

    /// <summary>June, July, August.</summary>
    Summer,

    /// <summary>September, October, November.</summary>
    Autumn,
}
