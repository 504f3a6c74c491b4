using System.Text.Json.Nodes;

namespace BitGrid.Host.Tests.Web;

/// <summary>Holds an answer against the schema of an OpenAPI document: types, required and unknown keys, all the way down.</summary>
sealed class JsonShape(JsonNode api)
{
    public IEnumerable<string> Faults(JsonNode? value, JsonNode? given, string at = "$")
    {
        JsonNode? schema = given?["$ref"] is { } reference ? api["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]] : given;
        if (schema is not JsonObject rules || rules.Count == 0)
            return [];
        if (rules["oneOf"] is JsonArray choices)
            return choices.Any(choice => !Faults(value, choice, at).Any()) ? [] : [$"{at}: fits none of the choices"];
        string[] types = rules["type"] switch
        {
            JsonArray list => [.. list.Select(type => type!.GetValue<string>())],
            JsonValue one => [one.GetValue<string>()],
            _ => [],
        };
        if (types.Length > 0 && !types.Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && types.Contains("number")))
            return [$"{at}: is {TypeOf(value)}, not {string.Join(" or ", types)}"];
        return value switch
        {
            JsonObject found => OfObject(found, rules, at),
            JsonArray list => list.SelectMany((item, i) => Faults(item, rules["items"], $"{at}[{i}]")),
            _ => [],
        };
    }

    IEnumerable<string> OfObject(JsonObject found, JsonObject rules, string at)
    {
        JsonObject? properties = rules["properties"] as JsonObject;
        string[] required = [.. (rules["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>())];
        return
        [
            .. required.Where(name => !found.ContainsKey(name)).Select(name => $"{at}: lacks {name}"),
            .. found.Where(_ => properties is not null && rules["additionalProperties"] is null).Where(pair => !properties!.ContainsKey(pair.Key)).Select(pair => $"{at}.{pair.Key}: is not described"),
            .. found.SelectMany(pair => Faults(pair.Value, properties?[pair.Key] ?? rules["additionalProperties"], $"{at}.{pair.Key}")),
        ];
    }

    static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or System.Text.Json.JsonValueKind.Null => "null",
        System.Text.Json.JsonValueKind.Object => "object",
        System.Text.Json.JsonValueKind.Array => "array",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.Number => double.IsInteger(value.GetValue<double>()) ? "integer" : "number",
        _ => "boolean",
    };
}
