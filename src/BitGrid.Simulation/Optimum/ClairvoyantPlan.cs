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

    readonly HouseSpec _house;
    readonly HouseSeries _series;
    readonly LoadSpec _load;
    readonly Duty _duty;
    readonly int _points;
    readonly Move[] _moves;
    readonly byte[] _best; // by block, duty state and state of charge: the level to take

    /// <summary>Finds the plan.</summary>
    /// <param name="house">The house with its one miner.</param>
    /// <param name="series">What comes from outside.</param>
    /// <param name="limits">How soon the load may be switched again.</param>
    /// <exception cref="NotSupportedException">It cannot be found; see <see cref="CanPlan"/>.</exception>
    public ClairvoyantPlan(HouseSpec house, HouseSeries series, SwitchLimits limits)
    {
        if (!CanPlan(house, series))
            throw new NotSupportedException("An optimum can be found for one miner and with prices only. Ask CanPlan before.");
        (_house, _series, _load, _duty) = (house, series, house.Loads[0], new(limits));
        _points = house.Battery is null ? 1 : SocPoints;
        _moves = [.. AllMoves(_load)];
        _best = new byte[series.Count * _duty.Count * _points];
        ValueEur = SolveCt() / 100;
        LevelOfBlock = Follow();
    }

    /// <summary>True when the optimum can be found: there is one load, and that a miner, and there are prices.</summary>
    public static bool CanPlan(HouseSpec house, HouseSeries series) => house.Loads is [{ IsHeater: false }] && series.HasPrice;

    /// <summary>The level of each block; 0 for off.</summary>
    public ImmutableArray<byte> LevelOfBlock { get; }

    /// <summary>
    /// What the program expects of the plan, EUR, reckoned as <see cref="Ledger.ValueEur"/>. How far the value that the plan then
    /// earns lies from it is the error of the grid.
    /// </summary>
    public double ValueEur { get; }

    static IEnumerable<Move> AllMoves(LoadSpec load)
    {
        yield return new(0, false, load.EnergyOf(0, starts: false));
        for (int level = 1; level <= load.LevelsW.Length; level++)
        {
            yield return new(level, true, load.EnergyOf(level, starts: true));
            yield return new(level, false, load.EnergyOf(level, starts: false));
        }
    }

    double SolveCt()
    {
        double[] laterCt = new double[_duty.Count * _points];
        double[] nowCt = new double[laterCt.Length];
        for (int block = _series.Count - 1; block >= 0; block--)
        {
            Array.Fill(nowCt, double.NegativeInfinity);
            for (int point = 0; point < _points; point++)
            {
                foreach (ref readonly Move move in _moves.AsSpan())
                    Try(block, point, move, laterCt, nowCt);
            }

            (laterCt, nowCt) = (nowCt, laterCt);
        }

        return Interpolated(laterCt, Duty.Free, _house.StartSocPct);
    }

    // Energies and money of a move do not depend on the duty, so they are reckoned once for all its states.
    void Try(int block, int point, in Move move, double[] laterCt, double[] nowCt)
    {
        double socPct = SocOf(point);
        (double socAfterPct, double gainCt) = Play(block, socPct, move);
        for (int state = 0; state < _duty.Count; state++)
        {
            int next = _duty.Next(state, move.Level > 0);
            if (next < 0 || (move.Level > 0 && move.Starts == _duty.IsOn(state)))
                continue;
            double valueCt = gainCt + Interpolated(laterCt, next, socAfterPct);
            int cell = (state * _points) + point;
            if (!(valueCt > nowCt[cell]))
                continue;
            nowCt[cell] = valueCt;
            _best[(block * nowCt.Length) + cell] = (byte)move.Level;
        }
    }

    (double SocPct, double GainCt) Play(int block, double socPct, in Move move)
    {
        if (!_series.IsKnown(block))
            return (socPct, 0);
        double needW = _series.HouseLoadW[block] - _series.PvW[block] + (move.Energy.DrawnWh / HouseModel.BlockHours);
        double batteryW = _house.Battery?.PowerW(needW, socPct, HouseModel.BlockHours) ?? 0;
        double socAfterPct = _house.Battery?.SocAfter(socPct, batteryW, HouseModel.BlockHours) ?? socPct;
        BlockValue value = new(_house, _series, block);
        double gainCt = value.GridCt((needW - batteryW) * HouseModel.BlockHours) + value.WorkCt(_load, move.Energy.UsefulWh) + value.StoredCt(socAfterPct - socPct);
        return (socAfterPct, gainCt);
    }

    double SocOf(int point) => _points == 1 ? _house.StartSocPct : 100.0 * point / (_points - 1);

    double Interpolated(double[] valuesCt, int state, double socPct)
    {
        int row = state * _points;
        if (_points == 1)
            return valuesCt[row];
        double at = socPct / 100 * (_points - 1);
        int below = Math.Min((int)at, _points - 2);
        double share = at - below;
        return ((1 - share) * valuesCt[row + below]) + (share * valuesCt[row + below + 1]);
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
            bool starts = level > 0 && !_duty.IsOn(state);
            (socPct, _) = Play(block, socPct, new(level, starts, _load.EnergyOf(level, starts)));
            state = _duty.Next(state, level > 0);
        }

        return levels.MoveToImmutable();
    }

    readonly record struct Move(int Level, bool Starts, LoadEnergy Energy);
}
