using BitGrid.Host.Configuration;
using BitGrid.Host.Configuration.Schemas;
using NJsonSchema;

namespace BitGrid.Host.Web.Page.Speech;

/// <summary>What the schema says of a setting, in English as the schemas are.</summary>
/// <param name="schemas">The schemas.</param>
internal sealed class SettingDocs(ConfigSchemas schemas)
{
    /// <summary>Meaning of a setting; empty when nothing is said of it.</summary>
    public string Of(EffectiveSetting setting)
    {
        JsonSchema? place = schemas.ByFile.GetValueOrDefault(setting.File);
        foreach (string part in setting.Key.Split('.'))
            place = Below(place, part);
        return (place as JsonSchemaProperty)?.Description ?? place?.ActualSchema.Description ?? "";
    }

    // "topics[3]" is an item of the list "topics".
    static JsonSchema? Below(JsonSchema? schema, string part)
    {
        string name = part.Split('[')[0];
        JsonSchema? found = schema?.ActualSchema.Properties.TryGetValue(name, out JsonSchemaProperty? property) == true ? property : schema?.ActualSchema.AdditionalPropertiesSchema;
        return part.Contains('[', StringComparison.Ordinal) ? found?.ActualSchema.Item ?? found?.ActualSchema.Items.FirstOrDefault() : found;
    }
}
