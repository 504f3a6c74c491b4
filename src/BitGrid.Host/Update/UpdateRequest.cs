namespace BitGrid.Host.Update;

/// <summary>What a person asks of an update.</summary>
/// <param name="Source">Where the release is.</param>
/// <param name="Signers">File of the keys that count.</param>
/// <param name="Config">Folder of the configuration.</param>
/// <param name="Data">Folder of everything that is kept.</param>
/// <param name="AllowDowngrade">True to install an older version.</param>
/// <param name="SkipGateBecause">Why the recorded days are not asked; <see langword="null"/> to ask them.</param>
internal sealed record UpdateRequest(string Source, string Signers, string Config, string Data, bool AllowDowngrade = false, string? SkipGateBecause = null);
