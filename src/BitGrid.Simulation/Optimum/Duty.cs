namespace BitGrid.Simulation.Optimum;

/// <summary>
/// Where a load stands in its duty, numbered: first off with 0, 1, … blocks that it must still rest, then on with 0, 1, … blocks
/// that it must still run. Between levels of a running load one is free to choose.
/// </summary>
/// <param name="limits">How soon it may be switched again.</param>
readonly struct Duty(SwitchLimits limits)
{
    /// <summary>Off, and free to start.</summary>
    public const int Free = 0;

    /// <summary>Number of states.</summary>
    public int Count => limits.MinOffBlocks + limits.MinOnBlocks;

    /// <summary>True when the load is on before the block.</summary>
    public bool IsOn(int state) => state >= limits.MinOffBlocks;

    /// <summary>The state after a block; −1 when the level is not allowed in it.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="on">True when it shall run.</param>
    public int Next(int state, bool on)
    {
        bool wasOn = IsOn(state);
        int left = wasOn ? state - limits.MinOffBlocks : state;
        if (wasOn == on)
            return left == 0 ? state : state - 1;
        if (left > 0)
            return -1;
        return on ? limits.MinOffBlocks + limits.MinOnBlocks - 1 : limits.MinOffBlocks - 1;
    }
}
