using Namotion.Reflection;
using NJsonSchema;
using NJsonSchema.Generation;

namespace BitGrid.Host.Configuration.Schemas;

/// <summary>Builds the schema of one file; what several sections share becomes a definition in it.</summary>
internal sealed class SchemaBuilder
{
    readonly JsonSchemaGenerator _generator;
    readonly JsonSchemaResolver _resolver;

    public SchemaBuilder(string file)
    {
        SystemTextJsonSchemaGeneratorSettings settings = new()
        {
            SerializerOptions = ConfigJson.Options,
            FlattenInheritanceHierarchy = true,
            DefaultReferenceTypeNullHandling = ReferenceTypeNullHandling.NotNull,
            // The texts of the report must not depend on whether an XML file lies beside a plugin.
            UseXmlDocumentation = false,
            SchemaProcessors = { new OptionsProcessor() },
        };
        Root = Section(new JsonSchema { Title = file });
        _generator = new(settings);
        _resolver = new(Root, settings);
    }

    public JsonSchema Root { get; }

    /// <summary>Adds the record of options of a whole file.</summary>
    public void AddWhole(Type options)
    {
        JsonSchema whole = _generator.Generate(options, _resolver);
        foreach ((string key, JsonSchemaProperty property) in whole.Properties)
            Root.Properties[key] = property;
        foreach (string key in whole.RequiredProperties)
            Root.RequiredProperties.Add(key);
        Root.Definitions.Remove(options.Name);
    }

    /// <summary>Schema of a section; it may be left empty unless it has a required key.</summary>
    /// <param name="options">Its record of options; <see langword="null"/> when it has no keys.</param>
    public JsonSchemaProperty SectionOf(Type? options)
    {
        if (options is null)
            return new() { OneOf = { new() { Type = JsonObjectType.Null }, Section(new JsonSchema()) } };

        JsonSchema schema = _generator.Generate(options, _resolver);
        return _generator.GenerateWithReferenceAndNullability<JsonSchemaProperty>(
            options.ToContextualType(), isNullable: schema.RequiredProperties.Count == 0, _resolver);
    }

    /// <summary>Makes a schema one of a section with known keys only.</summary>
    public static T Section<T>(T schema)
        where T : JsonSchema
    {
        schema.Type = JsonObjectType.Object;
        schema.AllowAdditionalProperties = false;
        return schema;
    }
}
