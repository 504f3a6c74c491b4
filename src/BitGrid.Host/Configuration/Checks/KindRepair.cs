using System.Text.RegularExpressions;
using BitGrid.Host.Configuration.Yaml;
using NJsonSchema;

namespace BitGrid.Host.Configuration.Checks;

/// <summary>How to repair a value of the wrong kind: knows the usual slips.</summary>
internal static partial class KindRepair
{
    public static string For(ConfigNode node, JsonSchema schema)
    {
        JsonObjectType wanted = SchemaWords.Core(schema).Type & ~JsonObjectType.Null;
        return (wanted, node) switch
        {
            (JsonObjectType.Object, _) => "Write its keys on the lines below it, indented by two spaces.",
            (JsonObjectType.Array, _) => "Write it as a list in square brackets.",
            (JsonObjectType.String, ConfigScalar { Value: not null } scalar) => $"Put it in quotes: {Printable.Text(scalar.Text)}.",
            (JsonObjectType.Boolean, ConfigScalar { Value: string text }) => ForSwitch(text) ?? Default(schema),
            (JsonObjectType.Number or JsonObjectType.Integer, ConfigScalar { Value: string text }) => ForNumber(text) ?? Default(schema),
            _ => Default(schema),
        };
    }

    static string? ForSwitch(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" or "Y" => "Write true, without quotes.",
        "FALSE" or "NO" or "OFF" or "N" => "Write false, without quotes.",
        _ => null,
    };

    static string? ForNumber(string text) => NumberWithMore().Match(text) switch
    {
        { Success: false } => null,
        var match => $"Write {match.Groups["number"].Value.Replace(',', '.')} alone, without quotes or unit.",
    };

    static string Default(JsonSchema schema) => SchemaWords.DefaultOf(schema) is { } standard
        ? $"Set it to {standard} (the default), for example."
        : $"Write {SchemaWords.Kind(schema)}, or leave it out.";

    // A number with a unit behind it, or with a decimal comma.
    [GeneratedRegex(@"^\s*(?<number>[-+]?[0-9]+([.,][0-9]+)?)\s*[^0-9.,\s]{0,10}\s*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberWithMore();
}
