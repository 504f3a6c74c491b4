namespace BitGrid.Host.Gate;

/// <summary>Somebody said that a failure is intended. It holds for the very candidate it was said of.</summary>
/// <param name="Time">When, UTC.</param>
/// <param name="By">Who: the user of the system.</param>
/// <param name="Id">Name of the failure.</param>
/// <param name="Because">Why.</param>
/// <param name="ConfigHash">The candidate's configuration.</param>
/// <param name="Version">The candidate's version.</param>
/// <param name="Message">What the gate had said.</param>
internal sealed record Acceptance(DateTimeOffset Time, string By, string Id, string Because, string ConfigHash, string Version, string Message);
