namespace BitGrid.Simulation.Houses;

/// <summary>The account of a day, or of several. Sums of a period are sums of its days, so they do not depend on how days are cut into parts.</summary>
/// <param name="day">Number of the UTC day, counted from 1970-01-01; the first one of several.</param>
public sealed class Ledger(long day)
{
    /// <summary>Blocks in a day.</summary>
    public const int BlocksPerDay = 144;

    /// <summary>Number of the UTC day, counted from 1970-01-01; the first one of several.</summary>
    public long Day { get; } = day;

    /// <summary>Number of blocks.</summary>
    public int Blocks { get; private set; }

    /// <summary>Blocks whose PV, load or price is not known. No energy and no money is reckoned in them, for nobody.</summary>
    public int UnknownBlocks { get; private set; }

    /// <summary>Starts of loads.</summary>
    public int Starts { get; private set; }

    /// <summary>Stops of loads.</summary>
    public int Stops { get; private set; }

    /// <summary>Blocks in which a load ran too hot, as it did in the block before.</summary>
    public int ThermalIncidents { get; private set; }

    /// <summary>Energy of the flexible loads, standby included, Wh.</summary>
    public double LoadWh { get; private set; }

    /// <summary>Energy from the grid, Wh.</summary>
    public double ImportWh { get; private set; }

    /// <summary>Energy to the grid, Wh.</summary>
    public double ExportWh { get; private set; }

    /// <summary>Energy of the PV plant, Wh.</summary>
    public double PvWh { get; private set; }

    /// <summary>Energy of the house and its flexible loads, Wh.</summary>
    public double ConsumptionWh { get; private set; }

    /// <summary>Mined, sats.</summary>
    public double Sats { get; private set; }

    /// <summary>Money earned less money paid, EUR: sats at their price, export, displaced heat, less import, and what the battery holds more than before; NaN in a series without prices.</summary>
    public double ValueEur { get; private set; }

    /// <summary>Adds another account.</summary>
    public void Add(Ledger other)
    {
        Blocks += other.Blocks;
        UnknownBlocks += other.UnknownBlocks;
        Starts += other.Starts;
        Stops += other.Stops;
        ThermalIncidents += other.ThermalIncidents;
        LoadWh += other.LoadWh;
        ImportWh += other.ImportWh;
        ExportWh += other.ExportWh;
        PvWh += other.PvWh;
        ConsumptionWh += other.ConsumptionWh;
        Sats += other.Sats;
        ValueEur += other.ValueEur;
    }

    internal void Add(HouseModel house, double socBeforePct, LoadWatch[] watches)
    {
        Blocks++;
        for (int i = 0; i < watches.Length; i++)
        {
            (bool started, bool stopped, bool overheats) = watches[i].Look(house.Loads[i], house.Spec.ThermalLimitC);
            Starts += started ? 1 : 0;
            Stops += stopped ? 1 : 0;
            ThermalIncidents += overheats ? 1 : 0;
        }

        if (house.Series.IsKnown(house.Block))
            AddEnergies(house, socBeforePct);
        else
            UnknownBlocks++;
    }

    void AddEnergies(HouseModel house, double socBeforePct)
    {
        double gridWh = house.GridW * HouseModel.BlockHours;
        LoadWh += house.LoadsW * HouseModel.BlockHours;
        ImportWh += Math.Max(0, gridWh);
        ExportWh += Math.Max(0, -gridWh);
        PvWh += house.PvW * HouseModel.BlockHours;
        ConsumptionWh += (house.HouseLoadW + house.LoadsW) * HouseModel.BlockHours;

        BlockValue value = new(house.Spec, house.Series, house.Block);
        double valueCt = value.GridCt(gridWh) + value.StoredCt(house.SocPct - socBeforePct);
        for (int i = 0; i < house.Loads.Length; i++)
        {
            valueCt += value.WorkCt(house.Spec.Loads[i], house.Loads[i].Energy.UsefulWh);
            Sats += house.Series.SatsPerKwh(house.Block, house.Spec.Loads[i]) * house.Loads[i].Energy.UsefulWh / 1000;
        }

        ValueEur += valueCt / 100;
    }
}
