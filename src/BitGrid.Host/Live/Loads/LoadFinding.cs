namespace BitGrid.Host.Live.Loads;

/// <summary>What came to light when a load was held against its command.</summary>
internal enum LoadFinding
{
    /// <summary>Nothing new.</summary>
    None,

    /// <summary>It changed without being told: by hand, by its own protection, by its dead-man switch.</summary>
    ChangedByItself,

    /// <summary>It was told to start and does not.</summary>
    DeafToStart,

    /// <summary>It was told to stop and goes on.</summary>
    DeafToStop,

    /// <summary>It runs at another level than it was told.</summary>
    OtherLevel,

    /// <summary>It was deaf and has stopped at last.</summary>
    ObeysAgain,
}
