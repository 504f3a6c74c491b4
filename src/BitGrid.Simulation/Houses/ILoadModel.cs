namespace BitGrid.Simulation.Houses;

/// <summary>A flexible load in blocks of ten minutes.</summary>
interface ILoadModel
{
    /// <summary>Goes one block on.</summary>
    /// <param name="level">The level it is told.</param>
    /// <param name="blockId">The block, <c>unix_seconds / 600</c>.</param>
    /// <param name="faults">What is wrong.</param>
    LoadBlock Step(int level, long blockId, HouseFaults faults);
}
