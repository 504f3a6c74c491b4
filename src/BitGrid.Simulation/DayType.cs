namespace BitGrid.Simulation;

/// <summary>The weather of a day in one word.</summary>
public enum DayType
{
    /// <summary>Blue from dawn to dusk.</summary>
    Clear,

    /// <summary>Sun with some cumulus around noon.</summary>
    Fair,

    /// <summary>Sun and cloud by turns the whole day.</summary>
    Broken,

    /// <summary>A closed, light cover.</summary>
    Overcast,

    /// <summary>Dark and wet.</summary>
    Rain,

    /// <summary>Hot and clear until a thunderstorm in the late afternoon.</summary>
    Storm,
}
