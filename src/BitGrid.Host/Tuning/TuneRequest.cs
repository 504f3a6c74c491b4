using BitGrid.Engine.Explanation;
using BitGrid.Host.Recordings;
using BitGrid.Host.Shards;

namespace BitGrid.Host.Tuning;

/// <summary>What a tuning is to do.</summary>
internal sealed record TuneRequest
{
    public required IReadOnlyList<string> Data { get; init; }

    public required string Config { get; init; }

    public string? Plugins { get; init; }

    public required IReadOnlyList<Parameter> Parameters { get; init; }

    /// <summary>Number of points to pick; <see langword="null"/> for all.</summary>
    public int? Random { get; init; }

    /// <summary>Decides every chance: the points that are picked, and what happens in the simulations.</summary>
    public ulong Seed { get; init; }

    public bool IsExchangePrice { get; init; }

    public Period Period { get; init; }

    /// <summary>Parquet file for the results.</summary>
    public required string Output { get; init; }

    public string? ReportFile { get; init; }

    public string? PatchFile { get; init; }

    /// <summary>The point that the patch is made of; <see langword="null"/> for the recommended one.</summary>
    public long? Point { get; init; }

    public required Shard Shard { get; init; }

    public required Language Language { get; init; }
}
