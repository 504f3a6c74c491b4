namespace BitGrid.Host.Recordings.Fields;

/// <summary>A column of a recording: knows its name, what may stand in it, and where in a row it belongs.</summary>
/// <param name="name">Name of the column.</param>
/// <param name="allowed">What may stand in it, for people.</param>
internal abstract class RecordingField(string name, string allowed)
{
    public string Name { get; } = name;

    public string Allowed { get; } = allowed;

    /// <summary>Sets the field from text that is not empty.</summary>
    /// <returns>False when the text is not allowed.</returns>
    public abstract bool TrySet(RecordingRow row, ReadOnlySpan<char> text);

    /// <summary>Sets the field from a number.</summary>
    /// <returns>False when the number is not allowed, or no number at all.</returns>
    public virtual bool TrySet(RecordingRow row, double number) => false;

    /// <summary>Sets the field from a truth value.</summary>
    /// <returns>False when the field holds no truth value.</returns>
    public virtual bool TrySet(RecordingRow row, bool flag) => false;

    /// <summary>Sets the field from an instant.</summary>
    /// <returns>False when the field holds no instant.</returns>
    public virtual bool TrySet(RecordingRow row, DateTimeOffset instant) => false;
}
