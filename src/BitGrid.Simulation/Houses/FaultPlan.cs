namespace BitGrid.Simulation.Houses;

/// <summary>When what goes wrong. Immutable.</summary>
public sealed class FaultPlan
{
    const int BlocksPerDay = 144;

    readonly (HouseFaults Faults, int First, int Blocks)[] _spans;

    FaultPlan((HouseFaults Faults, int First, int Blocks)[] spans) => _spans = spans;

    /// <summary>Nothing ever.</summary>
    public static FaultPlan None { get; } = new([]);

    /// <summary>What is wrong in a block.</summary>
    /// <param name="block">Index of the block in the series.</param>
    public HouseFaults this[int block]
    {
        get
        {
            HouseFaults faults = HouseFaults.None;
            foreach ((HouseFaults fault, int first, int blocks) in _spans)
                faults |= block >= first && block < first + blocks ? fault : HouseFaults.None;
            return faults;
        }
    }

    /// <summary>The same plan and one more span.</summary>
    /// <param name="faults">What goes wrong.</param>
    /// <param name="firstBlock">Index of the first block of it.</param>
    /// <param name="blocks">Length, blocks, 1 or more.</param>
    public FaultPlan With(HouseFaults faults, int firstBlock, int blocks) => new([.. _spans, (faults, firstBlock, blocks)]);

    /// <summary>Each fault once in every thirty days, for one to twelve hours, at a time that the seed decides.</summary>
    /// <param name="seed">Decides every chance.</param>
    /// <param name="faults">Which faults.</param>
    /// <param name="blocks">Length of the series, blocks.</param>
    public static FaultPlan Drawn(ulong seed, HouseFaults faults, int blocks)
    {
        FaultPlan plan = None;
        foreach (HouseFaults fault in Enum.GetValues<HouseFaults>().Where(fault => fault != HouseFaults.None && faults.HasFlag(fault)))
        {
            Chance chance = new(seed, $"fault {fault}");
            for (int month = 0; month < blocks; month += 30 * BlocksPerDay)
                plan = plan.With(fault, month + (int)chance.Between(0, Math.Min(30 * BlocksPerDay, blocks - month)), (int)chance.Between(6, 73));
        }

        return plan;
    }
}
