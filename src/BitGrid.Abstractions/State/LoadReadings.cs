namespace BitGrid;

/// <summary>
/// What one flexible load measures of itself. In a state file these are the columns <c>miner_power_w</c>,
/// <c>miner_temp_c</c>, <c>miner_hashrate_ths</c> and <c>miner_heartbeat_age_s</c>.
/// A missing reading is <see langword="null"/>.
/// </summary>
public sealed record LoadReadings
{
    /// <summary>Readings of a load that tells nothing of itself.</summary>
    public static LoadReadings None { get; } = new();

    /// <summary>Electrical power, W, 0 or more.</summary>
    public double? PowerW { get; init; }

    /// <summary>Hottest temperature of the load, °C (for a miner the hottest chip). Sentinels such as −273 never reach this field.</summary>
    public double? TempC { get; init; }

    /// <summary>Hash rate of a miner, TH/s, 0 or more.</summary>
    public double? HashrateThs { get; init; }

    /// <summary>Seconds since the last proof of work (shares or power drawn), 0 or more. An HTTP 200 is no proof.</summary>
    public double? HeartbeatAgeS { get; init; }
}
