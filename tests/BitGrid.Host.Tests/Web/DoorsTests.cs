using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using BitGrid.Host.Cli;
using BitGrid.Host.Live;
using BitGrid.Host.Tests.Cli;
using BitGrid.Host.Tests.Mqtt;
using BitGrid.Host.Tests.Recordings;
using BitGrid.Host.Tests.Secrets;

namespace BitGrid.Host.Tests.Web;

/// <summary>Who reaches the house at all: this machine, and the home network once it is safe.</summary>
[Trait("Category", "Slow")]
public sealed class DoorsTests
{
    [Fact]
    public async Task Before_a_password_is_set_this_machine_may_write_and_set_one_and_then_only_with_it()
    {
        await using WebHouse house = await WebHouse.StartAsync();
        Assert.Equal(("local", true, false), Rights(await house.GetAsync("session")));
        using (HttpResponseMessage granted = await WebHouse.SendAsync(house.Client, HttpMethod.Post, "loads/miner/override", """{"run": false, "blocks": 1}"""))
            Assert.Equal(HttpStatusCode.OK, granted.StatusCode);
        using (HttpResponseMessage none = await WebHouse.SendAsync(house.Client, HttpMethod.Post, "session", """{"password": "anything"}"""))
            Assert.Equal(HttpStatusCode.Conflict, none.StatusCode);
        using (HttpResponseMessage proxy = await SetAsync(house, "long enough for all", null, ("X-Forwarded-For", "10.0.0.1")))
            Assert.Equal(HttpStatusCode.Forbidden, proxy.StatusCode);
        using (HttpResponseMessage tooShort = await SetAsync(house, "short"))
            Assert.Equal(HttpStatusCode.BadRequest, tooShort.StatusCode);

        using (HttpResponseMessage set = await SetAsync(house, "long enough for all"))
            Assert.Equal(HttpStatusCode.NoContent, set.StatusCode);
        Assert.Equal(("local", false, true), Rights(await house.GetAsync("session")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(house.Accounts.Path));
        using HttpResponseMessage refused = await SetAsync(house, "another one for all", "wrong");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Without_a_password_the_home_network_is_not_served_and_the_house_says_how_to_mend_it()
    {
        await using WebHouse house = await WebHouse.StartAsync(", lan: true, lan_read: true");
        HealthEvent problem = Assert.Single(house.House.Health.Problems);
        Assert.Equal("web_lan_refused", problem.Code);
        Assert.Contains("bitgrid user set-password", problem.Message, StringComparison.Ordinal);
        await NotReachedAsync(house.Client.BaseAddress!.Port);
        await house.GetAsync("state");
    }

    [HomeNetworkFact]
    public async Task With_a_password_the_home_network_is_served_and_may_read_only_if_that_is_set()
    {
        await using WebHouse closed = await WebHouse.StartAsync(", lan: true", password: true);
        await using WebHouse open = await WebHouse.StartAsync(", lan: true, lan_read: true", password: true);
        foreach ((WebHouse house, HttpStatusCode expected) in new[] { (closed, HttpStatusCode.Unauthorized), (open, HttpStatusCode.OK) })
        {
            Assert.Empty(house.House.Health.Problems);
            using HttpClient neighbour = new() { BaseAddress = new UriBuilder("http", HomeNetwork.Address!.ToString(), house.Client.BaseAddress!.Port).Uri };
            using HttpResponseMessage read = await neighbour.GetAsync(new Uri("api/v1/state", UriKind.Relative));
            Assert.Equal(expected, read.StatusCode);
            using HttpResponseMessage write = await WebHouse.SendAsync(neighbour, HttpMethod.Post, "loads/miner/override", """{"run": false}""");
            Assert.Equal(HttpStatusCode.Unauthorized, write.StatusCode);
        }
    }

    [Fact]
    public async Task A_certificate_that_counts_serves_the_home_network_encrypted_and_this_machine_as_before()
    {
        using TemporaryFolder authority = new();
        await using WebHouse house = await WebHouse.StartAsync(", lan: true, certificate_file: broker.pem, certificate_key_file: broker.key", password: true, prepare: house =>
        {
            TestCertificates.Write(authority, "bitgrid.local");
            foreach (string file in new[] { "broker.pem", "broker.key" })
                File.Copy(authority[file], Path.Combine(house.Config, file));
            FileModes.Set(Path.Combine(house.Config, "broker.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        });
        Assert.Empty(house.House.Health.Problems);
        Assert.NotNull(await house.GetAsync("session"));
        Uri encrypted = Assert.Single(house.Front.Addresses, address => address.Scheme == "https");

        using SocketsHttpHandler handler = new() { UseCookies = true };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(authority["ca.pem"]));
        using HttpClient browser = new(handler) { BaseAddress = new UriBuilder("https", "127.0.0.1", encrypted.Port).Uri };
        using HttpResponseMessage signedIn = await WebHouse.SendAsync(browser, HttpMethod.Post, "session", new { password = WebHouse.Password }, ("Origin", browser.BaseAddress.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(HttpStatusCode.NoContent, signedIn.StatusCode);
        Assert.Contains("secure", signedIn.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        await NotReachedAsync(house.Client.BaseAddress!.Port);
    }

    [Theory]
    [InlineData("missing.pem", "missing.key", "does not exist")]
    [InlineData("broker.pem", "open.key", "chmod 600")]
    [InlineData("expired.pem", "expired.key", "Renew it")]
    [InlineData("broker.pem", "expired.key", "cannot be used with its key")]
    [InlineData("config.yaml", "broker.key", "cannot be used with its key")]
    public async Task A_certificate_that_does_not_count_keeps_the_home_network_out_and_is_named(string certificate, string key, string explanation)
    {
        await using WebHouse house = await WebHouse.StartAsync($", lan: true, certificate_file: {certificate}, certificate_key_file: {key}", password: true, prepare: Prepare);
        HealthEvent problem = Assert.Single(house.House.Health.Problems);
        Assert.Equal("web_lan_refused", problem.Code);
        Assert.Contains(explanation, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", problem.Message, StringComparison.Ordinal);
        await house.GetAsync("state");
        await NotReachedAsync(house.Client.BaseAddress!.Port);
    }

    [Fact]
    public async Task Passwords_and_tokens_are_managed_from_the_command_line()
    {
        using TemporaryFolder folder = new();
        string data = folder["data"];
        await File.WriteAllTextAsync(folder["password"], "a password of some words\nsecond line\n");
        await File.WriteAllTextAsync(folder["short"], "short\n");
        CommandRun refused = await CommandRun.Of("user", "set-password", "--data", data, "--from-file", folder["short"]);
        Assert.Equal(ExitCode.BadInput, refused.ExitCode);
        Assert.Contains("10 to 256", refused.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, (await CommandRun.Of("user", "set-password", "--data", data)).ExitCode);
        CommandRun set = await CommandRun.Of("user", "set-password", "--data", data, "--from-file", folder["password"]);
        Assert.Equal(ExitCode.Fine, set.ExitCode);
        Assert.DoesNotContain("some words", set.Output + set.Error, StringComparison.Ordinal);
        Assert.True(new Host.Web.Security.Accounts.AccountFile(data).IsPassword("a password of some words"));

        CommandRun created = await CommandRun.Of("user", "token", "create", "--data", data, "--name", "dashboard", "--scope", "read", "--days", "30");
        string[] parts = created.Output.Trim().Split('_');
        Assert.Equal(["bitgrid", "10", "64"], [parts[0], parts[1].Length.ToString(CultureInfo.InvariantCulture), parts[2].Length.ToString(CultureInfo.InvariantCulture)]);
        CommandRun list = await CommandRun.Of("user", "token", "list", "--data", data);
        Assert.Contains("dashboard", list.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(parts[2], list.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadUsage, (await CommandRun.Of("user", "token", "create", "--data", data, "--name", "x", "--scope", "everything")).ExitCode);
        Assert.Equal(ExitCode.BadInput, (await CommandRun.Of("user", "token", "revoke", "nobody", "--data", data)).ExitCode);
        Assert.Equal(ExitCode.Fine, (await CommandRun.Of("user", "token", "revoke", parts[1], "--data", data)).ExitCode);
        Assert.Empty(new Host.Web.Security.Accounts.AccountFile(data).Read().Tokens);
    }

    static void Prepare(WebHouse house)
    {
        using TemporaryFolder folder = new();
        TestCertificates.Write(folder, "bitgrid.local");
        foreach (string file in new[] { "broker.pem", "broker.key" })
            File.Copy(folder[file], Path.Combine(house.Config, file));
        File.Copy(folder["broker.key"], Path.Combine(house.Config, "open.key"));
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 expired = new CertificateRequest("CN=old", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-9), now.AddDays(-1));
        File.WriteAllText(Path.Combine(house.Config, "expired.pem"), expired.ExportCertificatePem());
        File.WriteAllText(Path.Combine(house.Config, "expired.key"), key.ExportPkcs8PrivateKeyPem());
        foreach (string guarded in new[] { "broker.key", "expired.key" })
            FileModes.Set(Path.Combine(house.Config, guarded), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        FileModes.Set(Path.Combine(house.Config, "open.key"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
    }

    static (string Who, bool MayControl, bool PasswordIsSet) Rights(JsonNode session) =>
        (session["who"]!.GetValue<string>(), session["may_control"]!.GetValue<bool>(), session["password_is_set"]!.GetValue<bool>());

    static Task<HttpResponseMessage> SetAsync(WebHouse house, string password, string? old = null, params (string, string)[] headers) =>
        WebHouse.SendAsync(house.Client, HttpMethod.Put, "session/password", new { new_password = password, password = old }, headers);

    // All of 127.0.0.0/8 is this very machine, but only a door that is open to more than 127.0.0.1 answers there.
    static async Task NotReachedAsync(int port)
    {
        using TcpClient client = new();
        await Assert.ThrowsAnyAsync<SocketException>(() => client.ConnectAsync(HomeNetwork.Address ?? IPAddress.Parse("127.0.0.2"), port));
    }
}
