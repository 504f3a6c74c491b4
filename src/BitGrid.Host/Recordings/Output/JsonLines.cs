namespace BitGrid.Host.Recordings.Output;

/// <summary>Writes the canonical lines as they are, each with a line feed.</summary>
internal sealed class JsonLines(Stream stream) : ITableWriter<DecisionRow>
{
    public void Write(DecisionRow row)
    {
        stream.Write(row.Line.Span);
        stream.WriteByte((byte)'\n');
    }

    public void Complete() => stream.Dispose();

    public void Dispose() => stream.Dispose();
}
