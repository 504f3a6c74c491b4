namespace BitGrid.Host.Recordings.Output;

/// <summary>A decision to be written.</summary>
/// <param name="Record">The record.</param>
/// <param name="Line">The same as a canonical line, UTF-8, without its line feed.</param>
internal readonly record struct DecisionRow(DecisionRecord Record, ReadOnlyMemory<byte> Line);
