using System.Globalization;
using System.Reflection;
using BitGrid.Host.Configuration.Schemas;
using BitGrid.Host.Configuration.Yaml;

namespace BitGrid.Host.Configuration.Checks;

/// <summary>Checks <see cref="GreaterThanAttribute"/>: settings that must keep their order, such as stop and resume.</summary>
internal static class GreaterThanCheck
{
    /// <param name="file">The file.</param>
    /// <param name="section">The section's place in it.</param>
    /// <param name="options">What the section, with its defaults, amounts to.</param>
    /// <param name="isSound">Whether a key of the section has no fault yet.</param>
    public static IEnumerable<ConfigFault> Run(string file, PluginSection section, object options, Func<string, bool> isSound)
    {
        Type type = options.GetType();
        foreach (PropertyInfo upper in type.GetProperties())
        {
            if (upper.GetCustomAttribute<GreaterThanAttribute>() is not { } order || type.GetProperty(order.Property) is not { } lower)
                continue;
            (string upperKey, string lowerKey) = (ConfigJson.Key(upper.Name), ConfigJson.Key(lower.Name));
            if (!isSound(upperKey) || !isSound(lowerKey) || Number(upper, options) is not { } high || Number(lower, options) is not { } low || high > low)
                continue;

            string unit = Units.Of(upperKey) is { Length: > 0 } known ? " " + known : "";
            ConfigMap? map = section.Node as ConfigMap;
            Position at = map?.Find(upperKey)?.Value.At ?? map?.Find(lowerKey)?.Value.At ?? section.At;
            yield return new(file, at, KeyPath.Child(section.Path, upperKey), Printable.Number(high),
                $"is not above {lowerKey}, which is {Printable.Number(low)}", $"more than {Printable.Number(low)}{unit}",
                $"Raise {upperKey} or lower {lowerKey}{Defaults(type, upperKey, lowerKey)}.");
        }
    }

    static string Defaults(Type type, string upperKey, string lowerKey) =>
        ConfigJson.Defaults(type) is { } defaults && defaults[lowerKey] is { } low && defaults[upperKey] is { } high
            ? $" (defaults: {upperKey} {high.ToJsonString()}, {lowerKey} {low.ToJsonString()})"
            : "";

    static double? Number(PropertyInfo property, object options) =>
        property.GetValue(options) is IConvertible value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;
}
