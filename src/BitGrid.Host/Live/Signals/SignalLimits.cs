namespace BitGrid.Host.Live.Signals;

/// <summary>How long a reading can be relied on.</summary>
/// <param name="StaleAfter">Age from which it is no longer used.</param>
/// <param name="FrozenAfter">
/// Time for which the very same value may keep coming before the sensor is taken for broken; <see langword="null"/>: for ever.
/// A value of 0 is never frozen: a well controlled grid is 0.
/// </param>
internal readonly record struct SignalLimits(TimeSpan StaleAfter, TimeSpan? FrozenAfter)
{
    static readonly TimeSpan FrozenPower = TimeSpan.FromHours(1);

    /// <summary>What suits a reading when the configuration does not say otherwise.</summary>
    public static SignalLimits Of(Reading reading) => reading switch
    {
        // What a house draws moves all the time, and its meter speaks at least every minute.
        Reading.HouseLoadW or Reading.GridPowerW => new(TimeSpan.FromMinutes(2), FrozenPower),
        // An inverter at its limit stands still for hours on a clear day, and so does a battery.
        Reading.PvPowerW or Reading.BatteryPowerW or Reading.HeatPowerW or Reading.MinerPowerW or Reading.MinerHashrateThs => new(TimeSpan.FromMinutes(2), null),
        // As long as R3 tolerates silence by default: a load whose temperature is older is not watched.
        Reading.MinerTempC or Reading.MinerHeartbeatAgeS => new(TimeSpan.FromMinutes(1), null),
        Reading.BatterySocPct or Reading.HeatTempC => new(TimeSpan.FromMinutes(10), null),
        // Prices of hours, told once an hour or when they change.
        Reading.PriceCtKwh => new(TimeSpan.FromHours(2), null),
        _ => new(TimeSpan.FromDays(1), null),
    };
}
