using System.Buffers;
using System.Text;
using BitGrid.Engine.Replay;

namespace BitGrid.Engine.Tests.Properties;

/// <summary>Canonical lines of decisions.</summary>
static class Lines
{
    public static ReadOnlyMemory<byte> Utf8(DecisionRecord record)
    {
        ArrayBufferWriter<byte> line = new();
        DecisionLine.Write(line, record);
        return line.WrittenMemory;
    }

    public static string[] Of(Walk walk, DecisionEngine engine) => Of(engine, walk.Replay(engine));

    public static string[] Of(DecisionEngine engine, IEnumerable<Decision[]> blocks) =>
        [.. blocks.SelectMany(decisions => decisions).Select(decision => Encoding.UTF8.GetString(Utf8(engine.Describe(decision)).Span))];

    public static string FingerprintOf(Walk walk, DecisionEngine engine)
    {
        using DecisionFingerprint fingerprint = new();
        foreach (Decision decision in walk.Replay(engine).SelectMany(decisions => decisions))
            fingerprint.Add(Utf8(engine.Describe(decision)).Span);
        return fingerprint.ToString();
    }
}
