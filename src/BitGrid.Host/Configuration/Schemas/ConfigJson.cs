using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BitGrid.Host.Configuration.Schemas;

/// <summary>How records of options and the words of the configuration files translate into each other.</summary>
internal static class ConfigJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The record that a section without any key stands for, as JSON; <see langword="null"/> when some key is required.</summary>
    public static JsonObject? Defaults(Type type)
    {
        try
        {
            return JsonSerializer.SerializeToNode(JsonSerializer.Deserialize("{}", type, Options), type, Options) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Name of a property in the files: <c>SocStopPct</c> is <c>soc_stop_pct</c>.</summary>
    public static string Key(string property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property);

    static JsonSerializerOptions Create()
    {
        JsonSerializerOptions options = new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            IgnoreReadOnlyProperties = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }
}
