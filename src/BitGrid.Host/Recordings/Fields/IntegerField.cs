using System.Globalization;

namespace BitGrid.Host.Recordings.Fields;

/// <summary>A whole number within limits.</summary>
internal sealed class IntegerField(string name, long least, long most, Action<RecordingRow, long> set)
    : RecordingField(name, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"))
{
    public override bool TrySet(RecordingRow row, ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && TrySetWithin(row, number);

    public override bool TrySet(RecordingRow row, double number) =>
        double.IsInteger(number) && Math.Abs(number) < long.MaxValue && TrySetWithin(row, (long)number);

    bool TrySetWithin(RecordingRow row, long number)
    {
        if (number < least || number > most)
            return false;
        set(row, number);
        return true;
    }
}
