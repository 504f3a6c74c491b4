namespace BitGrid.Simulation.Houses;

/// <summary>What energies of one block are worth; the same for every pilot and for the optimum.</summary>
readonly struct BlockValue(HouseSpec spec, HouseSeries series, int block)
{
    readonly double _importCtWh = series.ImportCtKwh[block] / 1000;
    readonly double _exportCtWh = series.FeedInCtKwh[block] / 1000;

    /// <summary>What the grid brings, ct: feed-in for export, less the price for import.</summary>
    /// <param name="gridWh">Net energy, Wh: + import, − export.</param>
    public double GridCt(double gridWh) => -gridWh * (gridWh > 0 ? _importCtWh : _exportCtWh);

    /// <summary>What work brings, ct: sats at the price of a bitcoin, or the heat that need not be bought.</summary>
    public double WorkCt(LoadSpec load, double usefulWh)
    {
        double ctKwh = load.IsHeater ? spec.HeatCostCtKwh : series.SatsPerKwh(block, load) * series.BtcPriceEur[block] / 1e6;
        return usefulWh / 1000 * ctKwh;
    }

    /// <summary>What a change of the state of charge is worth, ct: the energy that comes out again, at the mean price.</summary>
    public double StoredCt(double socPct) => spec.Battery is { } battery
        ? socPct / 100 * battery.CapacityWh * battery.OneWayEfficiency / 1000 * series.StoredCtKwh
        : 0;
}
