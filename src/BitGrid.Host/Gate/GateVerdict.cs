namespace BitGrid.Host.Gate;

/// <summary>What the gate says of one thing.</summary>
internal enum GateVerdict
{
    /// <summary>It must not be.</summary>
    Failed,

    /// <summary>It must not be, but somebody said that it is intended.</summary>
    Accepted,

    /// <summary>It should not be, but it is so already: the change does not make it worse.</summary>
    AlreadyNow,

    /// <summary>As it should be.</summary>
    Passed,

    /// <summary>It could not be judged, or does not apply.</summary>
    NotJudged,
}
