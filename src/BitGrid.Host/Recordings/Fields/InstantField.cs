namespace BitGrid.Host.Recordings.Fields;

/// <summary>An instant.</summary>
internal sealed class InstantField(string name, Action<RecordingRow, DateTimeOffset> set) : RecordingField(name, IsoInstant.Allowed)
{
    public override bool TrySet(RecordingRow row, ReadOnlySpan<char> text) =>
        IsoInstant.TryParse(text, out DateTimeOffset instant) && TrySet(row, instant);

    public override bool TrySet(RecordingRow row, DateTimeOffset instant)
    {
        set(row, instant);
        return true;
    }
}
