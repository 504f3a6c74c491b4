using System.Net;
using System.Text.Json.Nodes;
using BitGrid.Host.Live;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Web;

/// <summary>What the API does is what its description says, for every route.</summary>
[Trait("Category", "Slow")]
public sealed class ApiDescriptionTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    // A good request for each operation: its query or path, and its body.
    static readonly Dictionary<string, (string Path, string? Body)> Requests = new(StringComparer.Ordinal)
    {
        ["GetState"] = ("state", null),
        ["GetHealth"] = ("health", null),
        ["GetPlugins"] = ("plugins", null),
        ["GetTimeline"] = ("timeline?limit=5&load_id=miner&since=2025-06-08T00:00:00Z", null),
        ["GetDecisions"] = ("decisions/2025-06-08T09:10:00Z?load_id=miner", null),
        ["GetPreview"] = ("preview?load_id=miner", null),
        ["AskPreview"] = ("preview", """{"load_id": "miner", "changes": {"surplus_kw": 0.1}}"""),
        ["SetOverride"] = ("loads/miner/override", """{"run": false, "blocks": 1}"""),
        ["RemoveOverride"] = ("loads/miner/override", null),
        ["GetKpis"] = ("kpis?since=2025-06-08T00:00:00Z", null),
        ["Export"] = ("export?format=csv", null),
        ["GetConfig"] = ("config", null),
        ["GetConfigHistory"] = ("config/history", null),
        ["SetAutonomy"] = ("autonomy", """{"autonomy": "semi"}"""),
        ["ListenEvents"] = ("events", null),
        ["GetPastEvents"] = ("events/past?limit=10", null),
        ["AcknowledgeEvent"] = ("events/acknowledge", """{"code": "test", "subject": "nothing"}"""),
        ["GetAudit"] = ("audit", null),
        ["GetSession"] = ("session", null),
        ["SignIn"] = ("session", $$"""{"password": "{{WebHouse.Password}}"}"""),
        ["SignOut"] = ("session", null),
        ["SetPassword"] = ("session/password", $$"""{"new_password": "{{WebHouse.Password}}"}"""),
    };

    static readonly string[] Last = ["SetPassword", "SignIn", "SignOut"];

    readonly JsonNode _api = shared.Api;

    [Fact]
    public async Task Every_described_operation_answers_as_it_is_described()
    {
        Assert.Equal(Requests.Keys.Order(StringComparer.Ordinal), Operations().Select(operation => operation.Id).Order(StringComparer.Ordinal));
        JsonShape shape = new(_api);
        await using WebHouse house = await WebHouse.StartAsync();
        house.House.Health.Raise(HealthLevel.Warning, "test", "nothing", "Only a test.");
        // The password last but for signing in: from then on who has none may no longer write.
        foreach ((string id, string method, JsonNode operation) in Operations().OrderBy(operation => Array.IndexOf(Last, operation.Id)))
        {
            (string path, string? body) = Requests[id];
            using HttpRequestMessage request = new(new HttpMethod(method), new Uri("api/v1/" + path, UriKind.Relative));
            if (body is not null)
                request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            using HttpResponseMessage answer = await house.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            string status = ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(answer.IsSuccessStatusCode, $"{id}: {status} {(answer.IsSuccessStatusCode ? "" : await answer.Content.ReadAsStringAsync())}");
            JsonNode described = operation["responses"]![status] ?? throw new InvalidOperationException($"{id} answers {status}, which is not described.");
            if (described["content"] is not { } content)
                continue;
            Assert.NotNull(content[answer.Content.Headers.ContentType!.MediaType!]);
            if (answer.Content.Headers.ContentType.MediaType == "application/json")
                Assert.Empty(shape.Faults(JsonNode.Parse(await answer.Content.ReadAsStringAsync()), content["application/json"]!["schema"]).Select(fault => $"{id} {fault}"));
        }
    }

    [Fact]
    public void Every_route_is_described()
    {
        string[] described = [.. Operations().Select(operation => operation.Id)];
        Assert.Equal(described.Length, described.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(
            shared.House.Front.Routes.Where(route => route.StartsWith("/api/v1/", StringComparison.Ordinal) && !route.EndsWith(".json GET", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            _api["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => $"{path.Key} {operation.Key.ToUpperInvariant()}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everything_is_explained_and_named_in_the_words_of_the_domain()
    {
        foreach ((string id, string _, JsonNode operation) in Operations())
        {
            Assert.False(string.IsNullOrEmpty(operation["summary"]?.GetValue<string>()), id);
            Assert.All((operation["parameters"] as JsonArray ?? []).Where(parameter => parameter!["in"]!.GetValue<string>() == "query"), parameter => Assert.NotNull(parameter!["description"]));
        }

        foreach ((string name, JsonNode? schema) in _api["components"]!["schemas"]!.AsObject().Where(schema => schema.Key is not ("ProblemDetails" or "JsonElement")))
        {
            foreach ((string key, JsonNode? property) in (schema!["properties"] as JsonObject ?? []))
            {
                Assert.Matches("^[a-z]+(_[a-z0-9]+)*$", key);
                Assert.True(name.StartsWith("Kpi", StringComparison.Ordinal) || (property!["description"] ?? property["$ref"] ?? property["oneOf"]) is not null, $"{name}.{key} is not explained.");
            }
        }
    }

    [Fact]
    public void The_description_changes_only_on_purpose()
    {
        JsonNode api = _api.DeepClone();
        api["info"]!["version"] = "<version>";
        Snapshot.Match(api.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), "openapi");
    }

    [Fact]
    public async Task People_read_the_description_without_anything_from_elsewhere()
    {
        string page = await shared.House.Client.GetStringAsync(new Uri("api", UriKind.Relative));
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
        foreach (string part in new[] { "/api/reference.js", "/api/reference.css" })
        {
            Assert.Contains(part, page, StringComparison.Ordinal);
            using HttpResponseMessage answer = await shared.House.Client.GetAsync(new Uri(part, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("://", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    IEnumerable<(string Id, string Method, JsonNode Operation)> Operations() =>
        from path in _api["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (operation.Value!["operationId"]!.GetValue<string>(), operation.Key.ToUpperInvariant(), operation.Value);
}
