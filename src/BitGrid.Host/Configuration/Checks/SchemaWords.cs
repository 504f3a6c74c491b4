using System.Globalization;
using BitGrid.Host.Configuration.Schemas;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace BitGrid.Host.Configuration.Checks;

/// <summary>Says in words what a schema allows.</summary>
internal static class SchemaWords
{
    /// <summary>The schema itself behind a reference, and without the choice of null.</summary>
    public static JsonSchema Core(JsonSchema schema)
    {
        JsonSchema actual = schema.ActualSchema;
        return actual.OneOf.FirstOrDefault(choice => choice.Type != JsonObjectType.Null)?.ActualSchema ?? actual;
    }

    /// <summary>What a value may be: <c>0 to 100 %</c>, <c>true or false</c>, <c>a list of 1 to 20 numbers in W</c>.</summary>
    public static string Allowed(JsonSchema schema)
    {
        JsonSchema core = Core(schema);
        string unit = UnitOf(schema);
        string words = core.Enumeration.Count > 0
            ? OneOf([.. core.Enumeration.Select(value => (string)value!)])
            : (core.Type & ~JsonObjectType.Null) switch
            {
                JsonObjectType.Integer => Range(core, "a whole number", unit),
                JsonObjectType.Number => Range(core, "a number", unit),
                JsonObjectType.Boolean => "true or false",
                JsonObjectType.String => TextOf(core),
                JsonObjectType.Array => ListOf(core, unit),
                JsonObjectType.Object => "a section" + Keys(core),
                _ => "",
            };
        return MayBeNull(schema) && words.Length > 0 ? words + ", or null" : words;
    }

    /// <summary>The kind of value a schema wants: <c>a number</c>.</summary>
    public static string Kind(JsonSchema schema) => (Core(schema).Type & ~JsonObjectType.Null) switch
    {
        JsonObjectType.Integer => "a whole number",
        JsonObjectType.Number => "a number",
        JsonObjectType.Boolean => "true or false",
        JsonObjectType.String => "text",
        JsonObjectType.Array => "a list",
        _ => "a section",
    };

    public static string OneOf(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : string.Join(", ", words.SkipLast(1)) + " or " + words[^1];

    /// <summary>The default as it would be written in the file; <see langword="null"/> when there is none.</summary>
    public static string? DefaultOf(JsonSchema schema) => schema.Default switch
    {
        null => null,
        JValue { Type: JTokenType.String } text => (string)text!,
        JToken token => token.ToString(Formatting.None),
        object value => Convert.ToString(value, CultureInfo.InvariantCulture)!.ToLowerInvariant(),
    };

    public static string Number(decimal value) => Printable.Number((double)value);

    static bool MayBeNull(JsonSchema schema)
    {
        JsonSchema actual = schema.ActualSchema;
        return actual.Type.HasFlag(JsonObjectType.Null) || actual.OneOf.Any(choice => choice.Type == JsonObjectType.Null);
    }

    static string UnitOf(JsonSchema schema) =>
        schema.ExtensionData?.TryGetValue(OptionsProcessor.UnitKey, out object? unit) == true ? " " + unit : "";

    static string Range(JsonSchema schema, string kind, string unit) => (schema.Minimum, schema.Maximum) switch
    {
        ({ } min, { } max) => (schema.Type.HasFlag(JsonObjectType.Integer) ? "whole numbers from " : "") + $"{Number(min)} to {Number(max)}{unit}",
        ({ } min, null) => $"{kind}, {Number(min)}{unit} or more",
        (null, { } max) => $"{kind}, {Number(max)}{unit} or less",
        _ => unit.Length == 0 ? kind : $"{kind} in{unit}",
    };

    static string TextOf(JsonSchema schema) => schema switch
    {
        { Pattern: { } pattern } => "text of the form " + Printable.Text(pattern, quote: false),
        { MaxLength: { } most } => string.Create(CultureInfo.InvariantCulture, $"text of {schema.MinLength ?? 0} to {most} characters"),
        { MinLength: { } least } => string.Create(CultureInfo.InvariantCulture, $"text of at least {least} characters"),
        _ => "text",
    };

    static string ListOf(JsonSchema schema, string unit)
    {
        string count = (schema.MinItems, schema.MaxItems) switch
        {
            (_, > 0) => string.Create(CultureInfo.InvariantCulture, $" of {schema.MinItems} to {schema.MaxItems}"),
            ( > 0, _) => string.Create(CultureInfo.InvariantCulture, $" of at least {schema.MinItems}"),
            _ => " of",
        };
        string items = schema.Item is null ? "values" : Kind(schema.Item) switch
        {
            "a number" => "numbers",
            "a whole number" => "whole numbers",
            "a section" => "sections",
            "text" => "words",
            _ => "values",
        };
        return $"a list{count} {items}" + (unit.Length == 0 ? "" : " in" + unit);
    }

    static string Keys(JsonSchema schema) =>
        schema.Properties.Count == 0 ? " without keys" : " with the keys " + string.Join(", ", schema.Properties.Keys);
}
