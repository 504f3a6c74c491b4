using System.Globalization;
using System.Text;

namespace BitGrid.Devices.Mqtt;

/// <summary>Turns a command into the message the load understands.</summary>
sealed class CommandPayload(MqttLoadOptions options)
{
    /// <remarks>Only the three words are filled in; other braces stay, so that a payload can be JSON.</remarks>
    public byte[] Of(LoadCommand command) => Encoding.UTF8.GetBytes(Template(command.Level)
        .Replace("{level}", command.Level.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{power_w}", command.PowerW.ToString("0.#", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{id}", command.Id, StringComparison.Ordinal));

    string Template(int level) => level switch
    {
        0 => options.OffPayload,
        _ when options.LevelPayloads.IsEmpty => options.OnPayload,
        _ => options.LevelPayloads[level - 1],
    };
}
