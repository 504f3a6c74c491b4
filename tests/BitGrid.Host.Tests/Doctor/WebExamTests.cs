using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using BitGrid.Host.Tests.Cli;
using BitGrid.Host.Tests.Configuration;
using BitGrid.Host.Tests.Faults;
using BitGrid.Host.Tests.Secrets;
using BitGrid.Host.Web.Security.Accounts;

namespace BitGrid.Host.Tests.Doctor;

/// <summary>The doctor looks at the page: who reaches it, with which certificate, at which port.</summary>
public sealed class WebExamTests : IDisposable
{
    readonly ConfigSandbox _config = new();
    readonly string _data = Directory.CreateTempSubdirectory("bitgrid-doctor-").FullName;

    [Fact]
    public async Task A_home_network_that_is_kept_out_for_want_of_a_password_is_found()
    {
        Is("ok", "it is kept out", await FindAsync("home network", ""));
        Is("fault", "there is no password", await FindAsync("home network", ", lan: true"));

        new AccountFile(_data).SetPassword("correct horse battery");
        Is("ok", "there is a password", await FindAsync("home network", ", lan: true"));
        Is("warning", "there is none", await FindAsync("certificate", ", lan: true"));
    }

    [Theory]
    [InlineData(-30, 90, "ok", "days more")]
    [InlineData(-30, 29, "warning", "days more")]
    [InlineData(-30, -1, "fault", "Renew it")]
    [InlineData(1, 90, "fault", "not today")]
    public async Task A_certificate_that_ends_soon_or_does_not_count_is_found(int from, int until, string level, string text)
    {
        WriteCertificate(from, until);
        Is(level, text, await FindAsync("certificate", ", certificate_file: house.pem, certificate_key_file: house.key"));
    }

    [Theory]
    [InlineData("missing.pem", "house.key", "missing.pem")]
    [InlineData("config.yaml", "house.key", "cannot be used with its key")]
    [InlineData("house.pem", "missing.key", "does not exist")]
    public async Task A_certificate_that_cannot_be_read_is_found(string certificate, string key, string text)
    {
        WriteCertificate(-1, 90);
        Is("fault", text, await FindAsync("certificate", $", certificate_file: {certificate}, certificate_key_file: {key}"));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_port_that_somebody_else_has_is_found_and_a_house_that_answers_there_is_nobody_else()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        string port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        Is("fault", "web.port cannot be opened", await FindAsync($"port {port}", "", port));
        string free = FreePort.Take().ToString(CultureInfo.InvariantCulture);
        Is("ok", "it is free", await FindAsync($"port {free}", "", free));

        using HouseProcess house = new();
        house.Start();
        await house.HealthAsync();
        CommandRun run = await CommandRun.Of("doctor", "--config", house.Config, "--data", house.Data, "--format", "json");
        JsonArray findings = JsonNode.Parse(run.Output)!.AsArray();
        Assert.DoesNotContain(findings, finding => finding!["subject"]!.GetValue<string>().StartsWith("port ", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding!["subject"]!.GetValue<string>() == "service" && Level(finding) == "ok");
    }

    public void Dispose()
    {
        _config.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    async Task<JsonNode> FindAsync(string subject, string web, string port = "0")
    {
        string before = await File.ReadAllTextAsync(_config.PathOf("config.yaml"));
        _config.Edit("config.yaml", "autonomy: full", $"web: {{ port: {port}, https_port: 0{web} }}\nautonomy: full");
        CommandRun run = await CommandRun.Of("doctor", "--config", _config.Folder, "--data", _data, "--format", "json");
        _config.Write("config.yaml", before);
        return Assert.Single(JsonNode.Parse(run.Output)!.AsArray(), finding => finding!["subject"]!.GetValue<string>() == subject)!;
    }

    // From and until are days from now.
    void WriteCertificate(int from, int until)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 certificate = new CertificateRequest("CN=house", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(from), now.AddDays(until));
        _config.Write("house.pem", certificate.ExportCertificatePem()).Write("house.key", key.ExportPkcs8PrivateKeyPem());
        FileModes.Set(_config.PathOf("house.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    static string Level(JsonNode? finding) => finding!["level"]!.GetValue<string>();

    static void Is(string level, string text, JsonNode finding)
    {
        Assert.Equal(level, Level(finding));
        Assert.Contains(text, finding["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
