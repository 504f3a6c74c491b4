using BitGrid.Engine.Intake;

namespace BitGrid.Host.Recordings.Fields;

/// <summary>A measured number. Whether it can be true is not asked here.</summary>
internal sealed class ReadingField(Reading reading)
    : RecordingField(ReadingNames.NameOf(reading), "a number with a decimal point, or nothing for a missing reading")
{
    public Reading Reading { get; } = reading;

    public override bool TrySet(RecordingRow row, ReadOnlySpan<char> text) =>
        DecimalNumber.TryParse(text, out double number) && TrySet(row, number);

    public override bool TrySet(RecordingRow row, double number)
    {
        row.Raw[Reading] = number;
        return true;
    }
}
