namespace BitGrid.Host.Mqtt;

/// <summary>What a message says of a number.</summary>
internal enum NumberKind
{
    /// <summary>Nothing that can be read.</summary>
    Unreadable,

    /// <summary>Nothing: it is about something else.</summary>
    Silent,

    /// <summary>That there is none.</summary>
    None,

    /// <summary>The number.</summary>
    Given,
}
