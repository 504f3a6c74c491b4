namespace BitGrid.Simulation.Houses;

/// <summary>Notices what a load did between two blocks.</summary>
sealed class LoadWatch
{
    bool _ran;
    bool _wasHot;

    /// <summary>Looks at a block.</summary>
    /// <param name="load">The load's block.</param>
    /// <param name="thermalLimitC">Temperature from which it is too hot, °C.</param>
    /// <returns>Whether it started, whether it stopped, and whether it ran too hot in this block and in the one before.</returns>
    public (bool Started, bool Stopped, bool Overheats) Look(in LoadBlock load, double thermalLimitC)
    {
        bool runs = load.Level > 0;
        bool hot = runs && load.TempC >= thermalLimitC;
        var seen = (runs && !_ran, !runs && _ran, hot && _wasHot);
        (_ran, _wasHot) = (runs, hot);
        return seen;
    }
}
