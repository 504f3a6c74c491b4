namespace BitGrid.Host.Doctor;

/// <summary>How a house is found in one respect.</summary>
internal enum FindingLevel
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>It works, but a person should know.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Fault,
}
