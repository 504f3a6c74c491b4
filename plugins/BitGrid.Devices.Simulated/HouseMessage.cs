using System.Globalization;

namespace BitGrid.Devices.Simulated;

/// <summary>What a sensor of the house says.</summary>
/// <param name="Topic">Topic below the base topic.</param>
/// <param name="Payload">The text.</param>
readonly record struct HouseMessage(string Topic, string Payload)
{
    public static HouseMessage Of(string topic, double value) => new(topic, value.ToString("0.##", CultureInfo.InvariantCulture));
}
