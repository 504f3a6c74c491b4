using System.Globalization;

namespace BitGrid.Host.Recordings.Verification;

/// <summary>Recorded decisions that were taken under one configuration.</summary>
/// <param name="ConfigHash">The configuration; empty when none was recorded.</param>
/// <param name="First">Block of the first of them.</param>
/// <param name="Last">Block of the last of them.</param>
/// <param name="Count">How many they are.</param>
internal sealed record ConfigSpan(string ConfigHash, Block First, Block Last, long Count)
{
    /// <summary>A sentence for people about decisions that were not taken under the configuration <paramref name="given"/>.</summary>
    public string UnlikeGiven(string given) => string.Create(
        CultureInfo.InvariantCulture,
        $"note: {Count} recorded decisions from {First.WindowStart:yyyy-MM-ddTHH:mm:ssZ} to {Last.WindowEnd:yyyy-MM-ddTHH:mm:ssZ} were taken under config {Named(ConfigHash)}, not under {Named(given)} that is given; they may differ. To repeat them, give that configuration with --config.");

    static string Named(string hash) => hash.Length == 0 ? "(none recorded)" : hash;
}
