using BitGrid.Host.Configuration.Yaml;
using NJsonSchema;
using NJsonSchema.Validation;

namespace BitGrid.Host.Configuration.Checks;

/// <summary>Turns what the validator found into faults that can be repaired at one look.</summary>
internal sealed class SchemaFaults(string file, UnknownKeyReport unknown)
{
    /// <returns><see langword="null"/> when another fault already tells it.</returns>
    public ConfigFault? Of(ValidationError error, Place place) =>
        Known(error, place.Schema is null ? place with { Schema = error.Schema } : place);

    ConfigFault? Known(ValidationError error, Place place) => error.Kind switch
    {
        ValidationErrorKind.NoAdditionalPropertiesAllowed => Unknown(error, place),
        ValidationErrorKind.PropertyRequired => Missing(error.Property!, place),
        ValidationErrorKind.NumberTooBig or ValidationErrorKind.IntegerTooBig => Outside(place, "is above the largest allowed value", SchemaWords.Core(place.Schema!).Maximum),
        ValidationErrorKind.NumberTooSmall => Outside(place, "is below the smallest allowed value", SchemaWords.Core(place.Schema!).Minimum),
        ValidationErrorKind.NotInEnumeration => NotAmong(place),
        ValidationErrorKind.TooFewItems => Fault(place, "has too few entries", "Add what is missing."),
        ValidationErrorKind.TooManyItems => Fault(place, "has too many entries", "Remove some."),
        ValidationErrorKind.StringTooShort => Fault(place, "is too short", "Write a longer text."),
        ValidationErrorKind.StringTooLong => Fault(place, "is too long", "Write a shorter text."),
        ValidationErrorKind.PatternMismatch => Fault(place, "does not have the required form", place.Schema?.Description ?? "Write it in this form."),
        _ when IsOfWrongKind(place) => WrongKind(place),
        _ => Fault(place, $"does not fit ({error.Kind})", "Compare with the schema that 'bitgrid config schema' writes."),
    };

    ConfigFault Unknown(ValidationError error, Place place)
    {
        string[] known = [.. error.Schema.Properties.Keys];
        string section = SectionOf(place.Path, error.Property!);
        string? meant = Nearest.Of(error.Property!, known);
        return new(file, place.KeyAt, place.Path, Value: null, unknown.Problem(Path.GetFileName(file), section), string.Join(", ", known),
            meant is null ? "Remove it." : $"Did you mean {meant}?", unknown.Severity);
    }

    static string SectionOf(string path, string key)
    {
        int length = path.Length - Printable.Key(key).Length - 1;
        return length > 0 ? path[..length] : "";
    }

    ConfigFault? Missing(string key, Place place)
    {
        if (place.Node is ConfigMap map ? map.Find(key) is not null : place.Node is not ConfigScalar { Value: null })
            return null;

        string where = place.Path.Length == 0 ? "at the left margin" : "to " + place.Path;
        JsonSchema schema = SchemaWords.Core(place.Schema!).Properties[key];
        return new(file, place.KeyAt, KeyPath.Child(place.Path, key), Value: null, "is missing", SchemaWords.Allowed(schema), $"Add '{key}:' {where}.");
    }

    ConfigFault Outside(Place place, string problem, decimal? bound)
    {
        string? standard = SchemaWords.DefaultOf(place.Schema!);
        return Fault(place, problem, (standard, bound) switch
        {
            ({ }, _) => $"Set it to {standard} (the default), for example.",
            (_, { } limit) => $"Set it to {SchemaWords.Number(limit)}, for example.",
            _ => "Choose a value in between.",
        });
    }

    ConfigFault NotAmong(Place place)
    {
        string[] words = [.. SchemaWords.Core(place.Schema!).Enumeration.Select(word => (string)word!)];
        string? meant = place.Node is ConfigScalar { Value: string text } ? Nearest.Of(text, words) : null;
        return Fault(place, "is none of the allowed words", meant is null ? $"Set it to {SchemaWords.DefaultOf(place.Schema!) ?? words[0]}, for example." : $"Did you mean {meant}?");
    }

    ConfigFault WrongKind(Place place)
    {
        string wanted = SchemaWords.Kind(place.Schema!);
        ConfigFault fault = Fault(place, $"is {KindOf(place.Node)}, but must be {wanted}", KindRepair.For(place.Node, place.Schema!));
        return fault.Allowed == wanted ? fault with { Allowed = "" } : fault;
    }

    ConfigFault Fault(Place place, string problem, string repair) => new(
        file,
        place.Node.At,
        place.Path,
        Shown(place.Node),
        problem,
        place.Schema is null ? "" : SchemaWords.Allowed(place.Schema),
        repair);

    static bool IsOfWrongKind(Place place) => place.Schema is not null && (place.Node, SchemaWords.Kind(place.Schema)) switch
    {
        (ConfigScalar { Value: long or double }, "a number") => false,
        var (node, wanted) => KindOf(node) != wanted,
    };

    static string KindOf(ConfigNode node) => node switch
    {
        ConfigMap => "a section",
        ConfigList => "a list",
        ConfigScalar { Value: string } => "text",
        ConfigScalar { Value: bool } => "true or false",
        ConfigScalar { Value: long } => "a whole number",
        ConfigScalar { Value: double number } => double.IsInteger(number) ? "a number too large to count with" : "a number with decimals",
        _ => "empty",
    };

    static string? Shown(ConfigNode node) => node switch
    {
        ConfigScalar { Value: string text } => Printable.Text(text),
        ConfigScalar { Value: not null } scalar => Printable.Text(scalar.Text, quote: false),
        ConfigScalar => "null",
        _ => null,
    };
}
