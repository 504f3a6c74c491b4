namespace BitGrid.Boot;

/// <summary>What the program that runs says of itself to the launcher, once per start.</summary>
/// <param name="Fault">Why the version is not fit to run, in a sentence without its subject; <see langword="null"/> when it is healthy.</param>
internal sealed record BootReport(string? Fault)
{
    const string Healthy = "healthy";
    const string Unfit = "unfit ";

    /// <summary>Leaves the report for the launcher.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Write(BootPlaces places) => DurableFile.Write(places.ReportFile, Fault is null ? Healthy : Unfit + Fault);

    /// <summary>The report; <see langword="null"/> when there is none yet.</summary>
    public static BootReport? Read(BootPlaces places) => DurableFile.TryRead(places.ReportFile) switch
    {
        Healthy => new(Fault: null),
        { } text when text.StartsWith(Unfit, StringComparison.Ordinal) => new(text[Unfit.Length..]),
        _ => null,
    };
}
