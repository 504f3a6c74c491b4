namespace BitGrid.Host.Reports;

/// <summary>How something in a report is to be taken. It is shown by a colour, and never by the colour alone.</summary>
internal enum Tone
{
    /// <summary>As it is.</summary>
    Neutral,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Not as it should be.</summary>
    Bad,

    /// <summary>Of little weight.</summary>
    Muted,
}
