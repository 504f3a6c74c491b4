using System.Collections.Immutable;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Plugins;
using NJsonSchema;

namespace BitGrid.Host.Configuration.Schemas;

/// <summary>The JSON Schemas of the configuration files, made from the records of options of the rules and policies on offer.</summary>
internal sealed class ConfigSchemas
{
    readonly ImmutableDictionary<string, Exception>.Builder _unusable = ImmutableDictionary.CreateBuilder<string, Exception>(StringComparer.Ordinal);

    ConfigSchemas(PluginOffers offers)
    {
        RuleOffer[] orderedRules = [.. offers.Rules.OrderBy(rule => rule.Id, StringComparer.Ordinal)];
        PolicyOffer[] orderedPolicies = [.. offers.Policies.OrderBy(policy => policy.Id, StringComparer.Ordinal)];
        ByFile = ImmutableDictionary.CreateRange(StringComparer.Ordinal,
        [
            KeyValuePair.Create(ConfigFiles.Rules, ForRules(orderedRules)),
            KeyValuePair.Create(ConfigFiles.Policies, ForPolicies(orderedPolicies)),
            KeyValuePair.Create(ConfigFiles.Flags, ForFlags(orderedRules)),
            KeyValuePair.Create(ConfigFiles.Gates, ForGates()),
            KeyValuePair.Create(ConfigFiles.Main, ForMain([.. offers.Devices.OrderBy(device => device.Driver, StringComparer.Ordinal)])),
        ]);
        Unusable = _unusable.ToImmutable();
    }

    public ImmutableDictionary<string, JsonSchema> ByFile { get; }

    /// <summary>Rules and policies, by id, whose options no schema can be made from; anything goes in their sections.</summary>
    public ImmutableDictionary<string, Exception> Unusable { get; }

    public static ConfigSchemas For(PluginOffers offers) => new(offers);

    /// <summary>The schemas as files for editors.</summary>
    public static IReadOnlyList<SchemaFile> All(PluginOffers offers)
    {
        ImmutableDictionary<string, JsonSchema> schemas = For(offers).ByFile;
        return [.. ConfigFiles.All.Select(file => new SchemaFile(Path.ChangeExtension(file, ".schema.json"), Json(schemas[file])))];
    }

    static string Json(JsonSchema schema) => schema.ToJson().ReplaceLineEndings("\n") + "\n";

    JsonSchema ForRules(RuleOffer[] rules)
    {
        SchemaBuilder builder = new(ConfigFiles.Rules);
        JsonSchemaProperty sections = Sections("The rules, each in a section of its name. A rule without a section is off.");
        foreach (RuleOffer rule in rules)
            sections.Properties[rule.Id] = SectionOf(builder, rule.Id, rule.OptionsType);
        builder.Root.Properties["rules"] = sections;
        builder.Root.RequiredProperties.Add("rules");
        return builder.Root;
    }

    JsonSchema ForPolicies(PolicyOffer[] policies)
    {
        SchemaBuilder builder = new(ConfigFiles.Policies);
        JsonSchemaProperty choice = new() { Type = JsonObjectType.String, Description = "The policy in force." };
        JsonSchemaProperty sections = Sections("Settings of the policies, each in a section of its name.");
        foreach (PolicyOffer policy in policies)
        {
            choice.Enumeration.Add(policy.Id);
            sections.Properties[policy.Id] = SectionOf(builder, policy.Id, policy.OptionsType);
        }

        builder.Root.Properties["policy"] = choice;
        builder.Root.Properties["policies"] = sections;
        builder.Root.RequiredProperties.Add("policy");
        return builder.Root;
    }

    static JsonSchema ForFlags(RuleOffer[] rules)
    {
        SchemaBuilder builder = new(ConfigFiles.Flags);
        foreach (RuleOffer rule in rules)
        {
            builder.Root.Properties[ConfigFiles.FlagOf(rule.Id)] = new()
            {
                Type = JsonObjectType.Boolean,
                Description = $"False silences rule {rule.Id} without touching its settings.",
                Default = true,
            };
        }

        return builder.Root;
    }

    static JsonSchema ForGates()
    {
        SchemaBuilder builder = new(ConfigFiles.Gates);
        builder.AddWhole(typeof(GateSettings));
        return builder.Root;
    }

    JsonSchema ForMain(DeviceOffer[] drivers)
    {
        SchemaBuilder builder = new(ConfigFiles.Main);
        builder.AddWhole(typeof(HostSettings));
        JsonSchemaProperty devices = Sections("The devices: below each driver its devices, each in a section of its own name.");
        foreach (DeviceOffer driver in drivers)
        {
            devices.Properties[driver.Driver] = new()
            {
                Type = JsonObjectType.Object,
                AdditionalPropertiesSchema = SectionOf(builder, driver.Driver, driver.OptionsType),
            };
        }

        builder.Root.Properties["devices"] = devices;
        return builder.Root;
    }

    static JsonSchemaProperty Sections(string description) =>
        SchemaBuilder.Section(new JsonSchemaProperty { Description = description });

    // The record is a stranger's code; what it throws must not take the other files' checks with it.
    JsonSchemaProperty SectionOf(SchemaBuilder builder, string id, Type? options)
    {
        try
        {
            return builder.SectionOf(options);
        }
        catch (Exception failure)
        {
            _unusable[id] = failure;
            return new();
        }
    }
}
