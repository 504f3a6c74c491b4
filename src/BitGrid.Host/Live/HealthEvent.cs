namespace BitGrid.Host.Live;

/// <summary>Something that happened to the house or to BitGrid itself.</summary>
/// <param name="Time">When, UTC.</param>
/// <param name="Level">How grave.</param>
/// <param name="Code">Stable word for it, such as <c>load_deaf</c>: added, never renamed.</param>
/// <param name="Subject">What it is about: a load, a device, a reading, a file; empty when it is BitGrid itself.</param>
/// <param name="Message">One sentence: what, and how to mend it. English; the log's language.</param>
internal sealed record HealthEvent(DateTimeOffset Time, HealthLevel Level, string Code, string Subject, string Message)
{
    /// <summary>True when it begins a problem that lasts until an event ends it.</summary>
    public bool Lasts { get; init; }

    /// <summary>True when somebody has said that he knows of it.</summary>
    public bool Acknowledged { get; init; }

    /// <summary>Code of the problem with the same subject that it ends; <see langword="null"/> when it ends none.</summary>
    public string? Ends { get; init; }
}
