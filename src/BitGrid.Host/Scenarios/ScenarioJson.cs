using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BitGrid.Host.Scenarios;

/// <summary>Results of scenarios as JSON, for another program to judge: <c>[{"id": …, "title": …, "verdict": "passed", "why": ""}]</c>.</summary>
internal static class ScenarioJson
{
    /// <summary>The results in one line.</summary>
    public static string Text(IEnumerable<ScenarioResult> results) => new JsonArray([.. results.Select(result => (JsonNode)new JsonObject
    {
        ["id"] = result.Id,
        ["title"] = result.Title,
        ["verdict"] = Word(result.Verdict),
        ["why"] = result.Why,
    })]).ToJsonString();

    /// <summary>The results that another program wrote.</summary>
    /// <exception cref="JsonException">It did not write them.</exception>
    public static ImmutableArray<ScenarioResult> Read(string text) =>
    [
        .. from result in (JsonNode.Parse(text) as JsonArray ?? throw new JsonException("no list of results")).OfType<JsonObject>()
           let verdict = Enum.GetValues<ScenarioVerdict>().First(verdict => Word(verdict) == result["verdict"]?.GetValue<string>())
           select new ScenarioResult(result["id"]!.GetValue<string>(), result["title"]!.GetValue<string>(), verdict, result["why"]!.GetValue<string>(), []),
    ];

    static string Word(ScenarioVerdict verdict) => JsonNamingPolicy.SnakeCaseLower.ConvertName(verdict.ToString());
}
