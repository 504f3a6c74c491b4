using System.Collections.Immutable;
using BitGrid.Engine.Replay;

namespace BitGrid.Engine.Intake;

/// <summary>
/// The gate between what was measured and what is decided on: raw rows of one block in, one plausible
/// <see cref="EnergyState"/> out. Pure: the same rows give the same state.
/// </summary>
/// <param name="site">The house; it fixes the limits and which readings are required.</param>
public sealed class StateIntake(SiteProfile site)
{
    readonly Plausibility _plausibility = new(site);
    readonly SiteProfile _siteOfDecided = site with { HasHouseMeter = true }; // the house load is there already, or was not to be had

    /// <summary>Checks one reading when it arrives.</summary>
    /// <param name="reading">What was measured.</param>
    /// <param name="value">The value as it came.</param>
    /// <param name="block">The block it came in.</param>
    /// <param name="note">What was wrong with it; <see langword="null"/> when it is taken as it came.</param>
    /// <returns>The value as it can be used; <see langword="null"/> when it cannot be true.</returns>
    public double? Check(Reading reading, double value, Block block, out Correction? note) => _plausibility.Check(reading, value, block, out note);

    /// <summary>Checks the rows of one block, or one row between two ticks. A state that was accepted once is accepted unchanged.</summary>
    /// <param name="block">The rows, one per load, at least one. The readings of the site are taken from the first.</param>
    /// <param name="accepted">Gets one row per raw row; they share one state.</param>
    /// <param name="notes">Gets what was not taken as it came; nothing when all is well.</param>
    public void Accept(IReadOnlyList<RawRow> block, ICollection<ReplayRow> accepted, ICollection<Correction> notes)
    {
        var loads = new LoadReadings[block.Count];
        for (int i = 0; i < loads.Length; i++)
            loads[i] = Load(block[i], notes);

        EnergyState state = State(block[0], LoadPowerW(block, loads), notes);
        for (int i = 0; i < loads.Length; i++)
            accepted.Add(Row(state, block[i], loads[i]));
    }

    static ReplayRow Row(EnergyState state, RawRow raw, LoadReadings readings) => new(state, raw.LoadId, readings, raw.Recorded)
    {
        Trigger = raw.Trigger ?? DecisionTrigger.BlockTick,
        SurplusLeftW = raw.SurplusLeftW,
        Override = raw.Override,
        Memories = raw.Memories,
    };

    /// <summary>Power of all flexible loads, W. A load that is off draws nothing; one that runs and does not tell makes the sum unknown.</summary>
    static double? LoadPowerW(IReadOnlyList<RawRow> block, LoadReadings[] loads)
    {
        double? sumW = 0;
        for (int i = 0; i < loads.Length; i++)
            sumW += loads[i].PowerW ?? (block[i].Recorded is { Running: true } ? null : 0);
        return sumW;
    }

    LoadReadings Load(RawRow row, ICollection<Correction> notes)
    {
        double? powerW = _plausibility.Take(row, Reading.MinerPowerW, notes);
        double? tempC = _plausibility.Take(row, Reading.MinerTempC, notes);
        double? hashrateThs = _plausibility.Take(row, Reading.MinerHashrateThs, notes);
        double? heartbeatAgeS = _plausibility.Take(row, Reading.MinerHeartbeatAgeS, notes);
        if ((powerW ?? tempC ?? hashrateThs ?? heartbeatAgeS) is null)
            return LoadReadings.None;
        return new() { PowerW = powerW, TempC = tempC, HashrateThs = hashrateThs, HeartbeatAgeS = heartbeatAgeS };
    }

    EnergyState State(RawRow row, double? loadsW, ICollection<Correction> notes)
    {
        PowerBalance balance = new(
            row.Trigger is null ? site : _siteOfDecided,
            PvW: _plausibility.Take(row, Reading.PvPowerW, notes),
            MeteredHouseW: _plausibility.Take(row, Reading.HouseLoadW, notes),
            GridW: _plausibility.Take(row, Reading.GridPowerW, notes),
            BatteryW: _plausibility.Take(row, Reading.BatteryPowerW, notes),
            SocPct: _plausibility.Take(row, Reading.BatterySocPct, notes),
            loadsW);
        ImmutableArray<string> missing = RequiredReadings.MissingFrom(balance);

        return new()
        {
            Block = row.Block,
            Time = row.Time ?? row.Block.WindowStart,
            PvPowerW = balance.PvW,
            HouseLoadW = balance.HouseW,
            GridPowerW = balance.GridW,
            BatteryPowerW = balance.BatteryW,
            BatterySocPct = balance.SocPct,
            HeatTempC = _plausibility.Take(row, Reading.HeatTempC, notes),
            HeatPowerW = _plausibility.Take(row, Reading.HeatPowerW, notes),
            PriceCtKwh = _plausibility.Take(row, Reading.PriceCtKwh, notes),
            FeedInCtKwh = _plausibility.Take(row, Reading.FeedInCtKwh, notes),
            HashpriceSatsThsDay = _plausibility.Take(row, Reading.HashpriceSatsThsDay, notes),
            BtcPriceEur = _plausibility.Take(row, Reading.BtcPriceEur, notes),
            ForecastConfidence = _plausibility.Take(row, Reading.ForecastConfidence, notes),
            ForecastSurplusW = Plausibility.TakeForecast(row, notes),
            Quality = Worse(row.Quality, RequiredReadings.QualityOf(balance, missing)),
            Missing = MissingOf(row, missing),
            Stale = row.Stale,
            ConfigHash = row.ConfigHash,
        };
    }

    static ImmutableArray<string> MissingOf(RawRow row, ImmutableArray<string> missing)
    {
        if (row is { Trigger: not null, Missing.IsDefault: false })
            return row.Missing;
        return row.Stale.IsEmpty ? missing : missing.RemoveRange(row.Stale);
    }

    // The enumeration ascends from good to bad.
    static DataQuality Worse(DataQuality one, DataQuality other) => one > other ? one : other;
}
