namespace BitGrid.Host.Live;

/// <summary>How grave an event is.</summary>
internal enum HealthLevel
{
    /// <summary>Worth knowing later.</summary>
    Info,

    /// <summary>Something does not work; the house is safe.</summary>
    Warning,

    /// <summary>A person should look at it now.</summary>
    Critical,
}
