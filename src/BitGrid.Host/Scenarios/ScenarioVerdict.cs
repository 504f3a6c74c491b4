namespace BitGrid.Host.Scenarios;

/// <summary>What came of a scenario.</summary>
internal enum ScenarioVerdict
{
    /// <summary>All went as expected.</summary>
    Passed,

    /// <summary>Something did not go as expected.</summary>
    Failed,

    /// <summary>It is not about this house, or cannot be run here.</summary>
    NotApplicable,
}
