namespace BitGrid.Host.Recordings.Fields;

/// <summary>A column that follows from the others: known, and not read.</summary>
internal sealed class IgnoredField(string name) : RecordingField(name, "anything")
{
    public override bool TrySet(RecordingRow row, ReadOnlySpan<char> text) => true;

    public override bool TrySet(RecordingRow row, double number) => true;

    public override bool TrySet(RecordingRow row, bool flag) => true;

    public override bool TrySet(RecordingRow row, DateTimeOffset instant) => true;
}
