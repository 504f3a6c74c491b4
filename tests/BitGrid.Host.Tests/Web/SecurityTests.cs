using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using BitGrid.Host.Live;
using BitGrid.Host.Store;
using BitGrid.Host.Web.Security.Accounts;

namespace BitGrid.Host.Tests.Web;

/// <summary>A house with a password is attacked from its own machine, and as a neighbour would.</summary>
[Trait("Category", "Slow")]
public sealed class SecurityTests(GuardedHouse guarded) : IClassFixture<GuardedHouse>
{
    const string Wish = """{"run": false, "blocks": 1}""";

    static readonly string[] Reads =
    [
        "state", "health", "plugins", "timeline", "decisions/2025-06-08T09:10:00Z", "preview", "kpis", "export", "config", "config/history", "events", "events/past", "openapi.json",
    ];

    static readonly (HttpMethod Method, string Path, string Body)[] Writes =
    [
        (HttpMethod.Post, "loads/miner/override", Wish),
        (HttpMethod.Delete, "loads/miner/override", ""),
        (HttpMethod.Put, "autonomy", """{"autonomy": "semi"}"""),
        (HttpMethod.Post, "events/acknowledge", """{"code": "x"}"""),
        (HttpMethod.Get, "audit", ""),
    ];

    readonly WebHouse _house = guarded.House;

    [Fact]
    public async Task Without_a_session_or_token_nothing_can_be_written()
    {
        int before = Wishes;
        foreach ((HttpMethod method, string path, string body) in Writes)
        {
            using HttpResponseMessage answer = await WebHouse.SendAsync(_house.Client, method, path, body.Length > 0 ? body : null);
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, answer.StatusCode));
        }

        Assert.Equal(before, Wishes);
    }

    [Fact]
    public async Task What_a_proxy_passes_on_is_a_strangers_who_learns_nothing()
    {
        foreach (string mark in new[] { "X-Forwarded-For", "Forwarded", "X-Real-IP", "Via" })
        {
            foreach (string path in Reads)
            {
                using HttpResponseMessage answer = await WebHouse.SendAsync(_house.Client, HttpMethod.Get, path, body: null, (mark, "127.0.0.1"));
                Assert.Equal((path, HttpStatusCode.Unauthorized), (path, answer.StatusCode));
            }
        }

        using HttpResponseMessage health = await WebHouse.SendAsync(_house.Client, HttpMethod.Get, "/healthz", body: null, ("X-Forwarded-For", "10.0.0.1"));
        Assert.Equal("""{"status":"ok"}""", await health.Content.ReadAsStringAsync());
        using HttpResponseMessage metrics = await WebHouse.SendAsync(_house.Client, HttpMethod.Get, "/metrics", body: null, ("X-Forwarded-For", "10.0.0.1"));
        Assert.Equal(HttpStatusCode.Unauthorized, metrics.StatusCode);
    }

    [Fact]
    public async Task A_name_that_somebody_points_here_is_not_answered()
    {
        foreach (string name in new[] { "evil.example", "127.0.0.1.evil.example", "localhost.evil.example" })
        {
            using HttpResponseMessage answer = await WebHouse.SendAsync(_house.Client, HttpMethod.Get, "state", body: null, ("Host", name));
            Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        }

        using HttpResponseMessage known = await WebHouse.SendAsync(_house.Client, HttpMethod.Get, "state", body: null, ("Host", "localhost"));
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
    }

    [Fact]
    public async Task A_token_does_what_its_scopes_say_and_nothing_once_it_is_wrong_expired_or_revoked()
    {
        string reader = Make(Right.Read);
        string controller = Make(Right.Control);
        string expired = Make(Right.Control, TimeProvider.System.GetUtcNow().AddSeconds(-1));

        Assert.Equal(HttpStatusCode.OK, await WithAsync(reader, HttpMethod.Get, "state"));
        Assert.Equal(HttpStatusCode.Forbidden, await WithAsync(reader, HttpMethod.Post, "loads/miner/override", Wish));
        Assert.Equal(HttpStatusCode.OK, await WithAsync(controller, HttpMethod.Post, "loads/miner/override", Wish));
        Assert.Equal(HttpStatusCode.OK, await WithAsync(controller, HttpMethod.Get, "audit"));
        Assert.Equal(HttpStatusCode.Forbidden, await WithAsync(reader, HttpMethod.Get, "audit"));
        string[] bad = [expired, reader[..^1] + (reader[^1] == '0' ? '1' : '0'), reader + "0", "bitgrid_x_y", "x", "", new string('a', 5000)];
        foreach (string token in bad)
            Assert.Equal((token, HttpStatusCode.Unauthorized), (token, await WithAsync(token, HttpMethod.Get, "state")));

        Assert.True(_house.Accounts.Revoke(controller.Split('_')[1]));
        Assert.Equal(HttpStatusCode.Unauthorized, await WithAsync(controller, HttpMethod.Post, "loads/miner/override", Wish));
        string file = await File.ReadAllTextAsync(_house.Accounts.Path);
        Assert.DoesNotContain(reader.Split('_')[2], file, StringComparison.Ordinal);
        Assert.DoesNotContain(WebHouse.Password, file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/../../config/config.yaml")]
    [InlineData("/api/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/api/reference.js/..%2f..%2fapi.html")]
    [InlineData("/api/v1/config/history/../../../data/accounts.json")]
    [InlineData("/data/accounts.json")]
    [InlineData("/api/v1/decisions/..%2f..%2faccounts.json")]
    [InlineData("/api/v1/loads/..%2f..%2fx/override")]
    public async Task No_path_leads_to_a_file(string path)
    {
        string answer = await RawAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 4(00|04|05)", answer);
        Assert.DoesNotContain("password_hash", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("levels_w", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_too_large_or_no_JSON_is_refused_and_the_house_goes_on()
    {
        int before = Wishes;
        string token = Make(Right.Control);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await WithAsync(token, HttpMethod.Post, "loads/miner/override", "{\"run\": false, \"x\": \"" + new string('x', 70_000) + "\"}"));
        string[] bodies = ["", "{", "[]", "null", "\"run\"", "{\"run\": false, \"run2\": 1}", new string('[', 5000), "{\"run\": false, \"blocks\": 1e99}", "{\"run\": false, \"level\": \"1\"}"];
        foreach (string body in bodies)
            Assert.Equal((body, HttpStatusCode.BadRequest), (body, await WithAsync(token, HttpMethod.Post, "loads/miner/override", body)));
        Assert.Equal(before, Wishes);
        await _house.DecisionsAsync(1);
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_that_keep_a_browser_safe_and_none_names_the_server()
    {
        foreach (string path in new[] { "/healthz", "/metrics", "/api", "/api/v1/state", "/api/v1/nothing", "/nothing", "/api/v1/audit", "/api/v1/session" })
        {
            using HttpResponseMessage answer = await _house.Client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.DoesNotContain("script-src 'self' 'unsafe", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.False(answer.Headers.Contains("Server"), path);
            Assert.False(answer.Headers.Contains("X-Powered-By"), path);
        }
    }

    [Fact]
    public async Task Text_of_devices_and_messages_cannot_become_a_script()
    {
        const string Evil = "</script><img src=x onerror=alert(1)>'\"&";
        _house.House.Health.Raise(HealthLevel.Warning, "device_failed", Evil, Evil);
        foreach (string path in new[] { "health", "events/past" })
        {
            using HttpResponseMessage answer = await _house.Client.GetAsync(new Uri("api/v1/" + path, UriKind.Relative));
            Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
            string body = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain('<', body);
            Assert.DoesNotContain("'\\\"&", body, StringComparison.Ordinal);
        }

        JsonNode health = await _house.GetAsync("health");
        Assert.Contains(health["problems"]!.AsArray(), problem => problem!["subject"]!.GetValue<string>() == Evil);
        using HttpResponseMessage refused = await _house.Client.GetAsync(new Uri("api/v1/timeline?%3Cscript%3E=1", UriKind.Relative));
        Assert.DoesNotContain("<script>", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    int Wishes => new Timeline(Host.Recordings.DataFolder.DatabaseIn(_house.Data)).LatestOverrides(1000).Count;

    string Make(Right right, DateTimeOffset? expires = null)
    {
        (ApiToken token, string text) = ApiToken.Make("test", right, TimeProvider.System.GetUtcNow(), expires);
        _house.Accounts.Add(token);
        return text;
    }

    async Task<HttpStatusCode> WithAsync(string token, HttpMethod method, string path, string? body = null)
    {
        using HttpResponseMessage answer = await WebHouse.SendAsync(_house.Client, method, path, body, ("Authorization", "Bearer " + token));
        return answer.StatusCode;
    }

    // A client would mend such a path before it sends it.
    async Task<string> RawAsync(string request)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, _house.Client.BaseAddress!.Port);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using StreamReader answer = new(stream);
        return await answer.ReadToEndAsync();
    }
}
