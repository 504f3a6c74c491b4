namespace BitGrid.Host.Recordings.Fields;

/// <summary>A word or a list of words and numbers.</summary>
internal sealed class TextField(string name, string allowed, TextField.Setter set) : RecordingField(name, allowed)
{
    /// <summary>Sets the field from text; false when the text is not allowed.</summary>
    public delegate bool Setter(RecordingRow row, ReadOnlySpan<char> text);

    public override bool TrySet(RecordingRow row, ReadOnlySpan<char> text) => set(row, text);
}
