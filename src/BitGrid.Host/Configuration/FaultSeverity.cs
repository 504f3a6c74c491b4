namespace BitGrid.Host.Configuration;

/// <summary>What a fault means for the start.</summary>
internal enum FaultSeverity
{
    /// <summary>The configuration is not used.</summary>
    Error,

    /// <summary>Shown; the configuration is used.</summary>
    Warning,
}
