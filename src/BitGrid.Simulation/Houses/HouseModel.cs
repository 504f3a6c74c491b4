namespace BitGrid.Simulation.Houses;

/// <summary>
/// A house in blocks of ten minutes: its loads do what they are told, its battery balances what results, and the rest comes from
/// the grid or goes there. Deterministic: the same series, levels, faults and seed give the same house.
/// </summary>
public sealed class HouseModel
{
    /// <summary>Length of a block, h.</summary>
    public const double BlockHours = 1.0 / 6;

    readonly HouseSpec _spec;
    readonly HouseSeries _series;
    readonly ILoadModel[] _models;
    readonly LoadBlock[] _loads;

    /// <param name="spec">Its devices.</param>
    /// <param name="series">What comes from outside.</param>
    /// <param name="seed">Decides every chance.</param>
    public HouseModel(HouseSpec spec, HouseSeries series, ulong seed)
    {
        (_spec, _series, SocPct) = (spec, series, spec.StartSocPct);
        _models = [.. spec.Loads.Select((load, i) => Model(load, new Chance(seed, $"load {i}")))];
        _loads = new LoadBlock[spec.Loads.Length];
    }

    /// <summary>Its devices.</summary>
    public HouseSpec Spec => _spec;

    /// <summary>What comes from outside.</summary>
    public HouseSeries Series => _series;

    /// <summary>Index of the last block; −1 at the beginning.</summary>
    public int Block { get; private set; } = -1;

    /// <summary>What was wrong in the last block.</summary>
    public HouseFaults Faults { get; private set; }

    /// <summary>PV production of the last block, W.</summary>
    public double PvW { get; private set; } = double.NaN;

    /// <summary>Load of the house in the last block, W.</summary>
    public double HouseLoadW { get; private set; } = double.NaN;

    /// <summary>Power of the battery in the last block, W: + discharge, − charge.</summary>
    public double BatteryW { get; private set; }

    /// <summary>Net power of the grid in the last block, W: + import, − export; not known without PV or load.</summary>
    public double GridW { get; private set; } = double.NaN;

    /// <summary>State of charge at the end of the last block, %.</summary>
    public double SocPct { get; private set; }

    /// <summary>What the loads did in the last block.</summary>
    public ReadOnlySpan<LoadBlock> Loads => _loads;

    /// <summary>Power of all flexible loads in the last block, W.</summary>
    public double LoadsW { get; private set; }

    /// <summary>Goes one block on.</summary>
    /// <param name="levels">What each load is told.</param>
    /// <param name="faults">What is wrong.</param>
    public void Step(ReadOnlySpan<int> levels, HouseFaults faults)
    {
        Block++;
        Faults = faults;
        LoadsW = 0;
        for (int i = 0; i < _models.Length; i++)
        {
            _loads[i] = _models[i].Step(levels[i], _series.FirstBlockId + Block, faults);
            LoadsW += _loads[i].PowerW;
        }

        (PvW, HouseLoadW) = (_series.PvW[Block], _series.HouseLoadW[Block]);
        double needW = HouseLoadW + LoadsW - PvW;
        // What nobody knows moves nothing: the battery stands still until the balance is known again.
        BatteryW = double.IsFinite(needW) && _spec.Battery is { } battery ? battery.PowerW(needW, SocPct, BlockHours) : 0;
        SocPct = _spec.Battery?.SocAfter(SocPct, BatteryW, BlockHours) ?? SocPct;
        GridW = needW - BatteryW;
    }

    ILoadModel Model(LoadSpec load, Chance chance) => load.IsHeater ? new HeaterModel(load) : new MinerModel(load, _spec, chance);
}
