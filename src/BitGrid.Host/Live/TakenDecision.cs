using System.Buffers;
using BitGrid.Engine;
using BitGrid.Engine.Replay;

namespace BitGrid.Host.Live;

/// <summary>A decision of the running house, with everything it takes to repeat it.</summary>
/// <param name="Row">What it was taken on: complete, so that a replay needs nothing else.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Record">The same, described.</param>
/// <param name="Line">The record as a canonical line, UTF-8, without its line feed.</param>
internal sealed record TakenDecision(ReplayRow Row, Decision Decision, DecisionRecord Record, ReadOnlyMemory<byte> Line)
{
    /// <summary>Describes a decision.</summary>
    public static TakenDecision Of(DecisionEngine engine, Decision decision, ReplayRow row)
    {
        DecisionRecord record = engine.Describe(decision);
        ArrayBufferWriter<byte> line = new(4096);
        DecisionLine.Write(line, record);
        return new(row, decision, record, line.WrittenMemory);
    }
}
