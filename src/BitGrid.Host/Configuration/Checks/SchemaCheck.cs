using System.Collections.Immutable;
using BitGrid.Host.Configuration.Yaml;
using NJsonSchema;
using NJsonSchema.Validation;

namespace BitGrid.Host.Configuration.Checks;

/// <summary>Checks a file against its schema and says what is wrong where.</summary>
internal static class SchemaCheck
{
    /// <param name="document">The file as read.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="unknown">How unknown keys are reported.</param>
    public static CheckedDocument Run(ConfigDocument document, JsonSchema schema, UnknownKeyReport unknown)
    {
        HashSet<ConfigNode> rejected = new(ReferenceEqualityComparer.Instance);
        if (document.Root is null)
            return new(document, document.Faults, rejected);

        TokenTree tree = new(document.Root, schema);
        SchemaFaults faults = new(document.File, unknown);
        var found = document.Faults.ToBuilder();
        foreach (ValidationError error in schema.Validate(tree.Root).SelectMany(Leaves).OrderBy(Rank))
        {
            Place place = tree.PlaceOf(error.Token!);
            bool told = Rank(error) > 0 && rejected.Contains(place.Node);
            if (told || faults.Of(error, place) is not { } fault)
                continue;
            found.Add(fault);
            if (fault.Severity is FaultSeverity.Error)
                rejected.Add(place.Node);
        }

        return new(document, found.ToImmutable(), rejected);
    }

    // One message per value: of all that is wrong with it the first thing to repair. Keys can be missing in any number.
    static int Rank(ValidationError error) => error.Kind switch
    {
        ValidationErrorKind.PropertyRequired => 0,
        ValidationErrorKind.NumberTooBig or ValidationErrorKind.IntegerTooBig or ValidationErrorKind.NumberTooSmall => 2,
        _ => 1,
    };

    // Where null is a choice, only what is wrong with the other choice is worth saying.
    static IEnumerable<ValidationError> Leaves(ValidationError error) => error switch
    {
        ChildSchemaValidationError nested => nested.Errors.Where(branch => branch.Key.Type != JsonObjectType.Null).SelectMany(branch => branch.Value).SelectMany(Leaves),
        MultiTypeValidationError nested => nested.Errors.Where(branch => branch.Key != JsonObjectType.Null).SelectMany(branch => branch.Value).SelectMany(Leaves),
        _ => [error],
    };
}
