namespace BitGrid.Host.Recordings.Fields;

/// <summary>A number that was calculated, not measured: it is finite.</summary>
internal sealed class NumberField(string name, Action<RecordingRow, double> set) : RecordingField(name, "a number with a decimal point, or nothing")
{
    public override bool TrySet(RecordingRow row, ReadOnlySpan<char> text) => DecimalNumber.TryParse(text, out double number) && TrySet(row, number);

    public override bool TrySet(RecordingRow row, double number)
    {
        set(row, number);
        return double.IsFinite(number);
    }
}
