namespace BitGrid;

/// <summary>When a load tells its temperature.</summary>
public enum TemperatureSensing
{
    /// <summary>On and off: a missing temperature always means trouble.</summary>
    Always,

    /// <summary>Only while it runs (many miners tell −1 °C or nothing when paused): off and silent is normal.</summary>
    WhileRunning,

    /// <summary>Never: the thermal guard has nothing to watch.</summary>
    None,
}
