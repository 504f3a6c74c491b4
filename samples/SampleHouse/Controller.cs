namespace BitGrid.Samples.SampleHouse;

/// <summary>
/// What ran the miner when the month was recorded: a plain threshold switch, which knows neither battery nor price nor
/// forecast. It starts after a block with 1.5 kW of surplus, stops after one below 1.2 kW, and waits three blocks
/// between changes. That leaves a better controller something to improve.
/// </summary>
internal sealed class Controller
{
    private const double StartW = 1_500;
    private const double StopW = 1_200;
    private const int HoldBlocks = 3;

    /// <summary>Electrical power of levels 1 to 3, W.</summary>
    public static IReadOnlyList<int> LevelsW { get; } = [800, 1_300, 1_650];

    /// <summary>0 when stopped, else 1 to 3.</summary>
    public int Level { get; private set; }

    /// <summary>True when the miner is on.</summary>
    public bool Running => Level > 0;

    /// <summary>Whole blocks since the last start or stop; the evening before the month the miner stopped at 19:30.</summary>
    public int BlocksSinceChange { get; private set; } = 38;

    /// <summary>Goes one block on.</summary>
    /// <param name="surplusW">PV less house load of the block before, W.</param>
    public void Step(double surplusW)
    {
        bool wanted = surplusW >= (Running ? StopW : StartW);
        bool changes = wanted != Running && BlocksSinceChange + 1 >= HoldBlocks;
        BlocksSinceChange = changes ? 0 : BlocksSinceChange + 1;
        bool runs = changes ? wanted : Running;
        Level = runs ? Math.Max(1, LevelsW.Count(levelW => levelW <= surplusW)) : 0;
    }
}
