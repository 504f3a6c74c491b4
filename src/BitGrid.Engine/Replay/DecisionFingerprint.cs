using System.Buffers;
using System.Security.Cryptography;

namespace BitGrid.Engine.Replay;

/// <summary>
/// SHA-256 over the canonical decision lines without <c>config_hash</c> and <c>engine_version</c>, so that two versions or two
/// configurations can be compared: equal fingerprints mean equal decisions, down to every condition.
/// </summary>
public sealed class DecisionFingerprint : IDisposable
{
    readonly ArrayBufferWriter<byte> _line = new();
    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds one canonical line.</summary>
    /// <param name="line">A line as <see cref="DecisionLine"/> writes it, without its line feed.</param>
    public void Add(ReadOnlySpan<byte> line)
    {
        _hash.AppendData(DecisionLine.Essence(line));
        _hash.AppendData("\n"u8);
    }

    /// <summary>Adds one decision, by its canonical line.</summary>
    public void Add(DecisionRecord record)
    {
        _line.ResetWrittenCount();
        DecisionLine.Write(_line, record);
        Add(_line.WrittenSpan);
    }

    /// <summary>The fingerprint of all lines so far: 64 hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
