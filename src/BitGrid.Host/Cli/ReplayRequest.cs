using BitGrid.Engine.Explanation;
using BitGrid.Host.Recordings;
using BitGrid.Host.Shards;

namespace BitGrid.Host.Cli;

/// <summary>What a replay is to do.</summary>
internal sealed record ReplayRequest
{
    public required string Input { get; init; }

    public required string Config { get; init; }

    public string? Plugins { get; init; }

    /// <summary>File for the decisions; <see langword="null"/> for none beside the table.</summary>
    public string? Output { get; init; }

    /// <summary><c>table</c>, <c>jsonl</c>, <c>csv</c> or <c>parquet</c>.</summary>
    public required string Format { get; init; }

    /// <summary>True when the decisions are compared with recorded ones.</summary>
    public bool IsVerified { get; init; }

    /// <summary>File with the recorded decisions; <see langword="null"/> when they stand in the input.</summary>
    public string? Verify { get; init; }

    public bool AsRecorded { get; init; }

    public string? KpiFile { get; init; }

    public Period Period { get; init; }

    /// <summary>Which days are written; all of them are decided.</summary>
    public required Shard Shard { get; init; }

    public required Language Language { get; init; }
}
