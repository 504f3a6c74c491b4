using BitGrid.Engine;

namespace BitGrid.Host.Cli;

/// <summary>One block of a replay: the decisions, one per load, as they were taken, as records, and as canonical lines.</summary>
/// <param name="Decisions">As taken.</param>
/// <param name="Records">As records; empty when they belong to another shard.</param>
/// <param name="Lines">Those as canonical lines without line feeds.</param>
internal readonly record struct ReplayStep(Decision[] Decisions, DecisionRecord[] Records, ReadOnlyMemory<byte>[] Lines);
