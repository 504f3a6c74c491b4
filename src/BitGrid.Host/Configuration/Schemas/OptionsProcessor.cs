using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Generation;

namespace BitGrid.Host.Configuration.Schemas;

/// <summary>Adds to the schema of a record what attributes do not tell: units and defaults.</summary>
internal sealed class OptionsProcessor : ISchemaProcessor
{
    /// <summary>Key under which a schema tells the unit.</summary>
    public const string UnitKey = "x-unit";

    public void Process(SchemaProcessorContext context)
    {
        Type type = context.ContextualType.Type;
        if (context.Schema.Properties.Count == 0 || !type.IsClass)
            return;

        DropComputed(type, context.Schema);
        JsonObject? defaults = ConfigJson.Defaults(type);
        foreach ((string key, JsonSchemaProperty property) in context.Schema.Properties)
        {
            // A pattern that is no regular expression shall fail here, where its plugin is known, not during a check.
            if (property.Pattern is { } pattern)
                _ = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
            AddUnit(property, Units.Of(key));
            if (!property.IsRequired && defaults?[key] is { } value and (JsonValue or JsonArray { Count: 0 }))
                property.Default = JToken.Parse(value.ToJsonString());
        }
    }

    static void DropComputed(Type type, JsonSchema schema)
    {
        HashSet<string> settable =
        [
            .. ConfigJson.Options.GetTypeInfo(type).Properties
                .Where(property => property.Set is not null || property.AssociatedParameter is not null)
                .Select(property => property.Name),
        ];
        foreach (string computed in schema.Properties.Keys.Where(key => !settable.Contains(key)).ToArray())
            schema.Properties.Remove(computed);
    }

    static void AddUnit(JsonSchemaProperty property, string unit)
    {
        if (unit.Length == 0)
            return;
        property.Description = $"{property.Description} Unit: {unit}.".TrimStart();
        property.ExtensionData ??= new Dictionary<string, object?>(StringComparer.Ordinal);
        property.ExtensionData[UnitKey] = unit;
    }
}
