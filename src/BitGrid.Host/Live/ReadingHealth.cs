using System.Globalization;
using BitGrid.Engine.Intake;

namespace BitGrid.Host.Live;

/// <summary>Tells of readings that cannot be right.</summary>
internal sealed class ReadingHealth(HealthLog health)
{
    const string Implausible = "implausible_reading";
    const string Frozen = "sensor_frozen";

    string[] _frozen = [];

    /// <summary>Tells what was wrong with a reading, or that it is right again.</summary>
    public void Tell(in Measurement measurement, Correction? note)
    {
        string subject = SubjectOf(measurement.Reading, measurement.LoadId);
        if (note is { } correction)
        {
            health.Raise(HealthLevel.Warning, Implausible, subject, string.Create(CultureInfo.InvariantCulture,
                $"{correction.Field} {correction.Value} cannot be true ({correction.Kind}); {(correction.Result is { } used ? $"{used} is used instead" : "it is not used")}. Check the sensor, its unit and its sign."));
        }
        else if (measurement.Value is not null)
        {
            health.Clear(Implausible, subject);
        }
    }

    /// <summary>Tells of sensors that say the same for too long, and of those that move again.</summary>
    public void TellFrozen(IEnumerable<(Reading Reading, string? LoadId)> sensors)
    {
        string[] frozen = [.. sensors.Select(sensor => SubjectOf(sensor.Reading, sensor.LoadId))];
        foreach (string sensor in frozen)
            health.Raise(HealthLevel.Warning, Frozen, sensor, $"{sensor} keeps coming and never changes; it is not used any more. Check the sensor, or set frozen_after_s: 0 for its topic if that is right.");
        foreach (string sensor in _frozen.Except(frozen, StringComparer.Ordinal))
            health.Clear(Frozen, sensor);
        _frozen = frozen;
    }

    static string SubjectOf(Reading reading, string? load) => load is null ? ReadingNames.NameOf(reading) : $"{load}/{ReadingNames.NameOf(reading)}";
}
