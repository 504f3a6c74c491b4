using System.Collections.Immutable;
using BitGrid.Simulation.Houses;

namespace BitGrid.Simulation.Optimum;

/// <summary>
/// The best a load could have done with the whole period known beforehand: a dynamic program over off, on and level under minimum
/// runtime and pause, with the state of charge of the battery as its second dimension.
/// </summary>
/// <remarks>
/// The battery is not steered: it balances as it always does (<see cref="BatterySpec"/>), and the load decides what there is to
/// balance. Its state of charge is continuous; the value of a state between two grid points is interpolated (R. Bellman,
/// "Dynamic programming", 1957, with a grid in place of the continuous state). Without a battery the program is exact. The miner's
/// temperature is left out: it does not limit a sound miner, and faults are not foreseen.
/// </remarks>
public sealed class ClairvoyantPlan
{
    const int SocPoints = 101;

    /// <summary>Half a gigabyte: a year with runtime and pause of fifty blocks each.</summary>
    const long MostCells = 1L << 29;

    readonly HouseSpec _house;
    readonly HouseSeries _series;
    readonly LoadSpec _load;
    readonly Duty _duty;
    readonly int _points;
    readonly byte[] _best; // by block, duty state and state of charge: the level to take

    /// <summary>Finds the plan.</summary>
    /// <param name="house">The house with its one miner.</param>
    /// <param name="series">What comes from outside.</param>
    /// <param name="limits">How soon the load may be switched again.</param>
    /// <exception cref="NotSupportedException">It cannot be found; see <see cref="CanPlan"/>.</exception>
    public ClairvoyantPlan(HouseSpec house, HouseSeries series, SwitchLimits limits)
    {
        if (!CanPlan(house, series, limits))
            throw new NotSupportedException("An optimum can be found for one miner, with prices, and for a period that fits into memory. Ask CanPlan before.");
        (_house, _series, _load, _duty) = (house, series, house.Loads[0], new(limits));
        _points = PointsOf(house);
        _best = new byte[series.Count * _duty.Count * _points];
        ValueEur = SolveCt() / 100;
        LevelOfBlock = Follow();
    }

    /// <summary>True when the optimum can be found: there is one load, and that a miner, there are prices, and the table of the program fits into memory.</summary>
    public static bool CanPlan(HouseSpec house, HouseSeries series, SwitchLimits limits) =>
        house.Loads is [{ IsHeater: false }] && series.HasPrice && (long)series.Count * new Duty(limits).Count * PointsOf(house) <= MostCells;

    /// <summary>The level of each block; 0 for off.</summary>
    public ImmutableArray<byte> LevelOfBlock { get; }

    /// <summary>
    /// What the program expects of the plan, EUR, reckoned as <see cref="Ledger.ValueEur"/>. How far the value that the plan then
    /// earns lies from it is the error of the grid.
    /// </summary>
    public double ValueEur { get; }

    static int PointsOf(HouseSpec house) => house.Battery is null ? 1 : SocPoints;

    IEnumerable<Move> AllMoves()
    {
        yield return MoveTo(0, starts: false);
        for (int level = 1; level <= _load.LevelsW.Length; level++)
        {
            yield return MoveTo(level, starts: true);
            yield return MoveTo(level, starts: false);
        }
    }

    Move MoveTo(int level, bool starts)
    {
        (int From, int To)[] steps =
        [
            .. Enumerable.Range(0, _duty.Count)
                .Where(state => level == 0 || starts != _duty.IsOn(state))
                .Select(state => (state, _duty.Next(state, level > 0)))
                .Where(step => step.Item2 >= 0),
        ];
        return new((byte)level, _load.EnergyOf(level, starts), steps);
    }

    double SolveCt()
    {
        Move[] moves = [.. AllMoves()];
        double[] laterCt = new double[_duty.Count * _points];
        double[] nowCt = new double[laterCt.Length];
        for (int block = _series.Count - 1; block >= 0; block--)
        {
            Array.Fill(nowCt, double.NegativeInfinity);
            Span<byte> best = _best.AsSpan(block * nowCt.Length, nowCt.Length);
            foreach (Move move in moves)
                Try(block, move, laterCt, nowCt, best);
            (laterCt, nowCt) = (nowCt, laterCt);
        }

        return Interpolated(laterCt, Duty.Free, Place(_house.StartSocPct));
    }

    // Energies and money of a move do not depend on the duty, so they are reckoned once for all its states.
    void Try(int block, Move move, double[] laterCt, double[] nowCt, Span<byte> best)
    {
        BlockValue value = new(_house, _series, block);
        double workCt = value.WorkCt(_load, move.Energy.UsefulWh);
        for (int point = 0; point < _points; point++)
        {
            (double socAfterPct, double gainCt) = Play(block, value, SocOf(point), move.Energy, workCt);
            (int Below, double Share) after = Place(socAfterPct);
            foreach ((int from, int to) in move.Steps)
            {
                double valueCt = gainCt + Interpolated(laterCt, to, after);
                int cell = (from * _points) + point;
                if (valueCt > nowCt[cell])
                    (nowCt[cell], best[cell]) = (valueCt, move.Level);
            }
        }
    }

    // Just as the house does it (HouseModel, Ledger): a battery moves when its balance is known, money counts when everything is.
    (double SocPct, double GainCt) Play(int block, in BlockValue value, double socPct, in LoadEnergy energy, double workCt)
    {
        double needW = _series.HouseLoadW[block] - _series.PvW[block] + (energy.DrawnWh / HouseModel.BlockHours);
        double batteryW = double.IsFinite(needW) && _house.Battery is { } battery ? battery.PowerW(needW, socPct, HouseModel.BlockHours) : 0;
        double socAfterPct = _house.Battery?.SocAfter(socPct, batteryW, HouseModel.BlockHours) ?? socPct;
        return _series.IsKnown(block)
            ? (socAfterPct, value.GridCt((needW - batteryW) * HouseModel.BlockHours) + workCt + value.StoredCt(socAfterPct - socPct))
            : (socAfterPct, 0);
    }

    double SocOf(int point) => _points == 1 ? _house.StartSocPct : 100.0 * point / (_points - 1);

    (int Below, double Share) Place(double socPct)
    {
        double at = socPct / 100 * (_points - 1);
        int below = Math.Min((int)at, _points - 2);
        return (below, at - below);
    }

    double Interpolated(double[] valuesCt, int state, (int Below, double Share) place)
    {
        int row = state * _points;
        return _points == 1 ? valuesCt[row] : ((1 - place.Share) * valuesCt[row + place.Below]) + (place.Share * valuesCt[row + place.Below + 1]);
    }

    ImmutableArray<byte> Follow()
    {
        var levels = ImmutableArray.CreateBuilder<byte>(_series.Count);
        int state = Duty.Free;
        double socPct = _house.StartSocPct;
        for (int block = 0; block < _series.Count; block++)
        {
            int point = (int)Math.Round(socPct / 100 * (_points - 1));
            byte level = _best[(((block * _duty.Count) + state) * _points) + point];
            levels.Add(level);
            LoadEnergy energy = _load.EnergyOf(level, starts: level > 0 && !_duty.IsOn(state));
            (socPct, _) = Play(block, new(_house, _series, block), socPct, energy, workCt: 0);
            state = _duty.Next(state, level > 0);
        }

        return levels.MoveToImmutable();
    }

    /// <summary>A level to take, what it does with the block, and from which state of duty it leads to which.</summary>
    sealed record Move(byte Level, LoadEnergy Energy, (int From, int To)[] Steps);
}
