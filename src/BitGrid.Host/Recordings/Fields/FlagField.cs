namespace BitGrid.Host.Recordings.Fields;

/// <summary>A truth value.</summary>
internal sealed class FlagField(string name, Action<RecordingRow, bool> set) : RecordingField(name, "true, false, or nothing")
{
    // Spreadsheets write TRUE and pandas True; 1 and 0 are refused because they may be a power.
    public override bool TrySet(RecordingRow row, ReadOnlySpan<char> text)
    {
        bool isTrue = text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return (isTrue || text.Equals("false", StringComparison.OrdinalIgnoreCase)) && TrySet(row, isTrue);
    }

    public override bool TrySet(RecordingRow row, bool flag)
    {
        set(row, flag);
        return true;
    }
}
