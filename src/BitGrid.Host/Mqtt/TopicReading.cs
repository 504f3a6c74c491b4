using BitGrid.Engine.Intake;
using BitGrid.Host.Configuration;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Live;

namespace BitGrid.Host.Mqtt;

/// <summary>Turns the messages of one topic into one reading.</summary>
internal sealed class TopicReading(TopicSettings settings, ITelemetry telemetry, TimeProvider time, Action<HealthEvent> tell)
{
    readonly string[] _path = settings.JsonPath?.Split('.') ?? [];
    readonly UnitScale _scale = TopicUnits.Scale(settings.Reading, settings.Unit);
    readonly TopicFaults _faults = new(settings.Topic, time, tell);

    bool _wasEverFound;

    /// <summary>Never throws, whatever the message holds.</summary>
    public void Receive(BusMessage message)
    {
        if (message.Retained && !settings.Retained)
            return;

        NumberMessage number = NumberMessage.Read(message.Payload, _path);
        // Some devices send only what has changed: then a message without the number says nothing about it.
        if (number.Kind is NumberKind.Silent && _wasEverFound)
            return;
        if (number.Kind is NumberKind.Silent or NumberKind.Unreadable)
        {
            _faults.Bad(message.Payload.Span, Expected());
            return;
        }

        _wasEverFound = true;
        _faults.Good();
        telemetry.Report(new Measurement(settings.Reading, number.Kind is NumberKind.Given ? Converted(number.Value) : null, settings.Load));
    }

    double Converted(double number)
    {
        double value = _scale.Convert(number);
        return settings.Invert ? -value : value;
    }

    string Expected()
    {
        string unit = settings.Unit ?? TopicUnits.For(settings.Reading).First();
        string number = $"a number in {unit} with a decimal point, such as 12.5, for {ReadingNames.NameOf(settings.Reading)}";
        return settings.JsonPath is { } path ? $"JSON with {number} at {Printable.Text(path, quote: false)}" : number;
    }
}
