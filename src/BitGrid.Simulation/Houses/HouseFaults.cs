namespace BitGrid.Simulation.Houses;

/// <summary>What can go wrong in a simulated house; several at once.</summary>
[Flags]
public enum HouseFaults
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The loads hear no command and go on as they were.</summary>
    LoadDeaf = 1 << 0,

    /// <summary>Miners draw their power and do not hash.</summary>
    MinerHung = 1 << 1,

    /// <summary>One of two fans of each miner stands still (<see cref="Cooling.FanFailed"/>).</summary>
    FanFailed = 1 << 2,

    /// <summary>The heat of the miners cannot get away (<see cref="Cooling.Blocked"/>).</summary>
    AirBlocked = 1 << 3,

    /// <summary>The PV meter is silent.</summary>
    PvGone = 1 << 4,

    /// <summary>The meter of the house's load is silent.</summary>
    HouseLoadGone = 1 << 5,

    /// <summary>The grid meter is silent.</summary>
    GridGone = 1 << 6,

    /// <summary>The battery is silent.</summary>
    BatteryGone = 1 << 7,

    /// <summary>The temperatures of the miners are missing.</summary>
    TemperatureGone = 1 << 8,

    /// <summary>The miners tell nothing of their work.</summary>
    HeartbeatGone = 1 << 9,

    /// <summary>There is no price.</summary>
    PriceGone = 1 << 10,

    /// <summary>There is no forecast.</summary>
    ForecastGone = 1 << 11,
}
