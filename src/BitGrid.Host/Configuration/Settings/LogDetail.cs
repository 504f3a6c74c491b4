namespace BitGrid.Host.Configuration.Settings;

/// <summary>How much is written to the log.</summary>
internal enum LogDetail
{
    /// <summary>Every message of a device, for finding faults.</summary>
    Debug,

    /// <summary>Every decision and everything unusual.</summary>
    Information,

    /// <summary>Only what needs attention.</summary>
    Warning,
}
