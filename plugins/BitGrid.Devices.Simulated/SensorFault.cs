namespace BitGrid.Devices.Simulated;

/// <summary>How a sensor misbehaves on demand.</summary>
enum SensorFault
{
    Normal,

    /// <summary>It publishes nothing.</summary>
    Silent,

    /// <summary>It repeats its last value for ever.</summary>
    Frozen,
}
