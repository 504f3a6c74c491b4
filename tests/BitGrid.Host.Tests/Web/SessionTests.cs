using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BitGrid.Host.Live;
using BitGrid.Host.Store;

namespace BitGrid.Host.Tests.Web;

/// <summary>The owner signs in from a browser, and others try to in his place.</summary>
[Trait("Category", "Slow")]
public sealed class SessionTests
{
    const string Wish = """{"run": false, "blocks": 1}""";

    [Fact]
    public async Task The_owner_signs_in_writes_and_signs_out()
    {
        await using WebHouse house = await WebHouse.StartAsync(password: true);
        using HttpClient browser = house.NewClient(cookies: true);
        using (HttpResponseMessage signedIn = await SignInAsync(browser, WebHouse.Password))
        {
            Assert.Equal(HttpStatusCode.NoContent, signedIn.StatusCode);
            string cookie = signedIn.Headers.GetValues("Set-Cookie").Single();
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        }

        (string, string) sameOrigin = ("Origin", browser.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using (HttpResponseMessage granted = await WebHouse.SendAsync(browser, HttpMethod.Post, "loads/miner/override", Wish, sameOrigin))
            Assert.Equal(HttpStatusCode.OK, granted.StatusCode);
        AuditEntry entry = new Timeline(Host.Recordings.DataFolder.DatabaseIn(house.Data)).LatestAudits(1)[0];
        Assert.Equal(("owner", "127.0.0.1", "override", "miner", "done"), (entry.Who, entry.Origin, entry.Action, entry.Subject, entry.Result));

        using (HttpResponseMessage signedOut = await WebHouse.SendAsync(browser, HttpMethod.Delete, "session", body: null, sameOrigin))
            Assert.Equal(HttpStatusCode.NoContent, signedOut.StatusCode);
        using HttpResponseMessage refused = await WebHouse.SendAsync(browser, HttpMethod.Post, "loads/miner/override", Wish, sameOrigin);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Another_site_in_the_owners_browser_can_write_nothing_and_open_no_line()
    {
        await using WebHouse house = await WebHouse.StartAsync(password: true);
        using HttpClient browser = house.NewClient(cookies: true);
        (await SignInAsync(browser, WebHouse.Password)).Dispose();
        string authority = browser.BaseAddress!.Authority;
        (string, string)[][] forgeries =
        [
            [("Origin", "https://evil.example")],
            [("Origin", "null")],
            [("Origin", $"https://{authority}")],
            [("Origin", $"http://{authority}"), ("Sec-Fetch-Site", "cross-site")],
            [("Sec-Fetch-Site", "same-site")],
            [], // a cookie without a word of where it comes from
        ];
        foreach ((string, string)[] headers in forgeries)
        {
            using HttpResponseMessage answer = await WebHouse.SendAsync(browser, HttpMethod.Post, "loads/miner/override", Wish, headers);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using HttpResponseMessage line = await WebHouse.SendAsync(browser, HttpMethod.Get, "state", body: null, ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Origin", "https://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, line.StatusCode);
        using HttpResponseMessage form = await browser.PostAsync(new Uri("api/v1/session", UriKind.Relative), new FormUrlEncodedContent([new("password", WebHouse.Password)]));
        Assert.Equal(HttpStatusCode.Forbidden, form.StatusCode);
    }

    [Fact]
    public async Task A_new_password_ends_every_session()
    {
        await using WebHouse house = await WebHouse.StartAsync(password: true);
        using HttpClient browser = house.NewClient(cookies: true);
        (await SignInAsync(browser, WebHouse.Password)).Dispose();
        house.Accounts.SetPassword("a quite different one");
        JsonNode session = (await browser.GetFromJsonAsync<JsonNode>(new Uri("api/v1/session", UriKind.Relative)))!;
        Assert.False(session["may_control"]!.GetValue<bool>());
        using HttpResponseMessage old = await SignInAsync(browser, WebHouse.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
    }

    [Fact]
    public async Task A_thousand_guesses_meet_the_limit_and_the_house_goes_on()
    {
        await using WebHouse house = await WebHouse.StartAsync(password: true);
        int wrong = 0, limited = 0;
        await Parallel.ForAsync(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 20 }, async (i, _) =>
        {
            using HttpResponseMessage answer = await SignInAsync(house.Client, $"guess number {i}");
            Interlocked.Increment(ref answer.StatusCode == HttpStatusCode.TooManyRequests ? ref limited : ref wrong);
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.TooManyRequests, HttpStatusCode.Unauthorized });
        });

        // A window of a minute may begin anew while the test runs, on a slow machine more than once.
        Assert.InRange(wrong, 1, 100);
        Assert.Equal(1000, wrong + limited);
        using HttpResponseMessage even = await SignInAsync(house.Client, WebHouse.Password);
        if (even.StatusCode == HttpStatusCode.TooManyRequests)
            Assert.True(even.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        await house.DecisionsAsync(2);
    }

    static Task<HttpResponseMessage> SignInAsync(HttpClient client, string password) =>
        WebHouse.SendAsync(client, HttpMethod.Post, "session", new { password }, ("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority)));
}
