using BitGrid.Simulation.Houses;

namespace BitGrid.Host.Simulation;

/// <summary>
/// What a strategy did in some days. Blocks whose PV, load or price is not known count for nobody. Money is
/// <see langword="null"/> when there is no price.
/// </summary>
internal sealed record StrategyFigures
{
    const double LeastGainEurPerDay = 0.01;

    /// <summary>Who switched the loads.</summary>
    public required Strategy Strategy { get; init; }

    /// <summary>Energy of the flexible loads, standby included, kWh.</summary>
    public required double LoadKwh { get; init; }

    /// <summary>Money earned less money paid, EUR: sats, export and displaced heat, less import.</summary>
    public required double? ValueEur { get; init; }

    /// <summary>How much more that is than with the loads off, EUR.</summary>
    public required double? GainEur { get; init; }

    /// <summary>Mined, sats.</summary>
    public required double Sats { get; init; }

    /// <summary>Starts and stops per day.</summary>
    public required double SwitchesPerDay { get; init; }

    /// <summary>Energy from the grid, kWh.</summary>
    public required double GridImportKwh { get; init; }

    /// <summary>Energy from the grid that the loads cause: beyond that of the house with the loads off, kWh.</summary>
    public required double CausedImportKwh { get; init; }

    /// <summary>Share of the PV energy that stays in the house, %.</summary>
    public required double? SelfConsumptionPct { get; init; }

    /// <summary>Share of all consumption that does not come from the grid, %.</summary>
    public required double? SelfSufficiencyPct { get; init; }

    /// <summary>Blocks in which a load ran too hot, as in the block before.</summary>
    public required int ThermalIncidents { get; init; }

    /// <summary>How much less that is than with the optimum, EUR; <see langword="null"/> where no optimum is known.</summary>
    public required double? LostEur { get; init; }

    /// <summary>
    /// Regret: what is lost, as a share of what the optimum gains over the loads being off, %. 0 is the optimum, 100 is as good as
    /// off, more is worse than off. <see langword="null"/> where no optimum is known, or where it gains less than a cent a day: then
    /// a share of it says nothing.
    /// </summary>
    public required double? RegretPct { get; init; }

    /// <summary>The figures of an account.</summary>
    /// <param name="strategy">Whose account it is.</param>
    /// <param name="account">The account.</param>
    /// <param name="days">Number of days in it.</param>
    /// <param name="off">The account of the same days with the loads off.</param>
    /// <param name="optimum">That of the optimum.</param>
    public static StrategyFigures Of(Strategy strategy, Ledger account, int days, Ledger off, Ledger? optimum)
    {
        double? couldGainEur = Finite(optimum?.ValueEur - off.ValueEur);
        double? lostEur = Finite(optimum?.ValueEur - account.ValueEur);
        return new()
        {
            Strategy = strategy,
            LoadKwh = Round(account.LoadWh / 1000),
            ValueEur = Finite(account.ValueEur),
            GainEur = Finite(account.ValueEur - off.ValueEur),
            LostEur = lostEur,
            RegretPct = couldGainEur >= LeastGainEurPerDay * days ? Percent(lostEur!.Value, couldGainEur.Value) : null,
            Sats = Round(account.Sats),
            SwitchesPerDay = Round((double)(account.Starts + account.Stops) / days),
            GridImportKwh = Round(account.ImportWh / 1000),
            CausedImportKwh = Round((account.ImportWh - off.ImportWh) / 1000),
            SelfConsumptionPct = Percent(account.PvWh - account.ExportWh, account.PvWh),
            SelfSufficiencyPct = Percent(account.ConsumptionWh - account.ImportWh, account.ConsumptionWh),
            ThermalIncidents = account.ThermalIncidents,
        };
    }

    static double? Percent(double part, double whole) => whole > 0 ? Round(part / whole * 100) : null;

    static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? Round(number) : null;

    static double Round(double value) => Math.Round(value, 3);
}
