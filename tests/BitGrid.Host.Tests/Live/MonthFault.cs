namespace BitGrid.Host.Tests.Live;

/// <summary>What goes wrong in <see cref="FaultyMonth"/>, one thing at a time.</summary>
enum MonthFault
{
    None,
    PvSilent,
    GridSilent,
    BatterySilent,
    PriceSilent,
    AllSilent,
    MinerSilent,
    FanFailed,
    AirBlocked,
    MinerDeaf,
    MinerOffline,
    ClockForward,
    ClockBack,
    Crash,
}
