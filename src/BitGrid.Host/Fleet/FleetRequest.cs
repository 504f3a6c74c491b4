using BitGrid.Engine.Explanation;
using BitGrid.Host.Recordings;
using BitGrid.Host.Shards;

namespace BitGrid.Host.Fleet;

/// <summary>What a replay of a fleet is to do.</summary>
internal sealed record FleetRequest
{
    public required string Input { get; init; }

    public required string Config { get; init; }

    public string? Plugins { get; init; }

    /// <summary>Parquet file for the results.</summary>
    public required string Output { get; init; }

    public bool Fingerprints { get; init; }

    public Period Period { get; init; }

    public required Shard Shard { get; init; }

    public required Language Language { get; init; }
}
