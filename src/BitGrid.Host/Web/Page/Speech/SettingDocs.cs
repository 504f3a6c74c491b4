using System.Collections.Frozen;
using BitGrid.Engine.Explanation;
using BitGrid.Host.Configuration;
using BitGrid.Host.Configuration.Schemas;
using NJsonSchema;

namespace BitGrid.Host.Web.Page.Speech;

/// <summary>What a setting means.</summary>
/// <param name="schemas">The schemas. They are English, as the files are for editors.</param>
/// <param name="language">The reader's language.</param>
internal sealed class SettingDocs(ConfigSchemas schemas, Language language)
{
    const string UnitMark = " Unit: ";

    // By the English sentence: when that changes, the German one is missing instead of wrong, and a test tells.
    static readonly Lazy<FrozenDictionary<string, string>> German = new(() => WordTable.Of<string>("settings.de.json"));

    /// <summary>Meaning of a setting; empty when nothing is said of it.</summary>
    /// <returns>The text, and the language it is in: of a plugin that somebody else wrote there is only what its author says.</returns>
    public (string Text, Language Language) Of(EffectiveSetting setting)
    {
        JsonSchema? place = schemas.ByFile.GetValueOrDefault(setting.File);
        foreach (string part in setting.Key.Split('.'))
            place = Below(place, part);
        string english = (place as JsonSchemaProperty)?.Description ?? place?.ActualSchema.Description ?? "";
        return language == Language.De && InGerman(english) is { } german ? (german, Language.De) : (english, Language.En);
    }

    /// <summary>A description of a schema in German; <see langword="null"/> when there is none.</summary>
    public static string? InGerman(string description)
    {
        string[] parts = description.Split(UnitMark);
        if (!German.Value.TryGetValue(parts[0], out string? german))
            return null;
        return parts.Length == 1 ? german : $"{german} Einheit: {Unit(parts[1].TrimEnd('.'), Language.De)}.";
    }

    /// <summary>A unit as the reader says it.</summary>
    public static string Unit(string unit, Language language) => (unit, language) switch
    {
        ("blocks", Language.De) => "Blöcke",
        ("days", Language.De) => "Tage",
        ("per day", Language.De) => "je Tag",
        _ => unit,
    };

    // "topics[3]" is an item of the list "topics".
    static JsonSchema? Below(JsonSchema? schema, string part)
    {
        string name = part.Split('[')[0];
        // A section that may be left empty is "nothing, or this".
        JsonSchema? section = schema?.ActualTypeSchema;
        JsonSchema? found = section?.Properties.TryGetValue(name, out JsonSchemaProperty? property) == true ? property : section?.AdditionalPropertiesSchema;
        return part.Contains('[', StringComparison.Ordinal) ? found?.ActualSchema.Item ?? found?.ActualSchema.Items.FirstOrDefault() : found;
    }
}
