namespace BitGrid.Host.Update;

/// <summary>What a person asks of an update.</summary>
/// <param name="Source">Where the release is.</param>
/// <param name="Signers">File of the keys that count.</param>
/// <param name="Config">Folder of the configuration.</param>
/// <param name="Data">Folder of everything that is kept.</param>
/// <param name="AllowDowngrade">True to install an older version.</param>
/// <param name="SkipGate">True not to ask the recorded days.</param>
/// <param name="Accepted">Names of the gate's failures that are intended.</param>
/// <param name="Because">Why the gate is skipped, or its failures are intended; kept.</param>
internal sealed record UpdateRequest(
    string Source, string Signers, string Config, string Data, bool AllowDowngrade = false, bool SkipGate = false, IReadOnlyList<string>? Accepted = null, string? Because = null)
{
    /// <summary>How the recorded days were asked, for whoever reads the history.</summary>
    public string Gate => (SkipGate, Accepted) switch
    {
        (true, _) => $"without the gate, because: {Because}",
        (_, [_, ..]) => $"the gate passed but for {string.Join(", ", Accepted)}, because: {Because}",
        _ => "the gate passed",
    };
}
