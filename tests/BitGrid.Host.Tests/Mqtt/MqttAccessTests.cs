using System.Globalization;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Tests.Recordings;
using BitGrid.Host.Tests.Secrets;

namespace BitGrid.Host.Tests.Mqtt;

/// <summary>Passwords and encryption, right and wrong, against a real broker of another make.</summary>
[Trait("Category", "Slow")]
public sealed class MqttAccessTests : IDisposable
{
    readonly TemporaryFolder _files = new();

    public void Dispose() => _files.Dispose();

    [MosquittoFact]
    public async Task The_password_comes_from_its_file()
    {
        using Mosquitto broker = await StartWithPasswordAsync();
        await using BusScenario house = new(broker.Port) { Settings = Settings(broker) with { User = "bitgrid", PasswordFile = "mqtt.secret" } };
        house.WriteSecret("mqtt.secret", "geheim\n");
        await house.ConnectAsync();
    }

    [MosquittoFact]
    public async Task A_wrong_password_is_told_and_a_mended_one_is_taken_up()
    {
        using Mosquitto broker = await StartWithPasswordAsync();
        await using BusScenario house = new(broker.Port) { Settings = Settings(broker) with { User = "bitgrid", PasswordFile = "mqtt.secret" } };
        house.WriteSecret("mqtt.secret", "falsch");
        Assert.Equal($"The broker localhost:{broker.Port} refuses the user bitgrid: wrong name or password. Check mqtt.user and the content of mqtt.password_file.", await house.FailToConnectAsync());

        house.WriteSecret("mqtt.secret", "geheim");
        await house.IsConnectedAsync();
        Assert.DoesNotContain(house.Events, told => told.Message.Contains("falsch", StringComparison.Ordinal));
    }

    [MosquittoFact]
    public async Task A_password_file_that_others_may_read_is_not_used()
    {
        using Mosquitto broker = await StartWithPasswordAsync();
        await using BusScenario house = new(broker.Port) { Settings = Settings(broker) with { User = "bitgrid", PasswordFile = "mqtt.secret" } };
        house.WriteSecret("mqtt.secret", "geheim");
        FileModes.Set(house.Config["mqtt.secret"], UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Contains("chmod 600", await house.FailToConnectAsync(), StringComparison.Ordinal);
    }

    [MosquittoFact]
    public async Task A_broker_that_wants_a_user_says_so()
    {
        using Mosquitto broker = await StartWithPasswordAsync();
        await using BusScenario house = new(broker.Port);
        Assert.Equal($"The broker localhost:{broker.Port} asks for a user. Set mqtt.user and mqtt.password_file.", await house.FailToConnectAsync());
    }

    [MosquittoFact]
    public async Task An_encrypted_connection_trusts_the_authority_of_the_house()
    {
        using Mosquitto broker = await StartWithTlsAsync("localhost");
        await using BusScenario house = new(broker.Port) { Settings = Settings(broker) with { Tls = true, CaFile = _files["ca.pem"] } };
        house.Listen("x");
        await house.ConnectAsync();
        await house.Bus.PublishAsync("x", "1"u8.ToArray(), retain: false, CancellationToken.None);
        await Wait.UntilAsync(() => !house.Received.IsEmpty, "its own message");
    }

    [MosquittoFact]
    public async Task An_authority_that_nobody_knows_is_not_trusted()
    {
        using Mosquitto broker = await StartWithTlsAsync("localhost");
        await using BusScenario house = new(broker.Port) { Settings = Settings(broker) with { Tls = true } };
        Assert.Contains("mqtt.ca_file holds the certificate it was signed with", await house.FailToConnectAsync(), StringComparison.Ordinal);
    }

    [MosquittoFact]
    public async Task Another_authority_is_not_trusted()
    {
        using Mosquitto broker = await StartWithTlsAsync("localhost");
        await using BusScenario house = new(broker.Port) { Settings = Settings(broker) with { Tls = true, CaFile = "other/ca.pem" } };
        Directory.CreateDirectory(house.Config["other"]);
        using TemporaryFolder other = new();
        TestCertificates.Write(other, "localhost");
        File.Copy(other["ca.pem"], house.Config["other/ca.pem"]);
        Assert.StartsWith($"The encrypted connection to localhost:{broker.Port} failed", await house.FailToConnectAsync(), StringComparison.Ordinal);
    }

    [MosquittoFact]
    public async Task A_certificate_for_another_name_is_not_trusted()
    {
        using Mosquitto broker = await StartWithTlsAsync("elsewhere.lan");
        await using BusScenario house = new(broker.Port) { Settings = Settings(broker) with { Tls = true, CaFile = _files["ca.pem"] } };
        Assert.Contains("issued for localhost", await house.FailToConnectAsync(), StringComparison.Ordinal);
    }

    [MosquittoFact]
    public async Task Plain_text_against_encryption_is_told()
    {
        using Mosquitto broker = await StartWithTlsAsync("localhost");
        await using BusScenario house = new(broker.Port);
        Assert.Contains("set mqtt.tls to true", await house.FailToConnectAsync(), StringComparison.Ordinal);
    }

    [MosquittoFact]
    public async Task Encryption_against_plain_text_is_told()
    {
        using Mosquitto broker = await Mosquitto.StartAsync();
        await using BusScenario house = new(broker.Port) { Settings = Settings(broker) with { Tls = true } };
        Assert.Contains("offer", await house.FailToConnectAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "does not exist")]
    [InlineData("", "holds no certificate")]
    [InlineData("-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n", "holds no certificate")]
    public async Task A_file_without_a_certificate_is_named(string? content, string why)
    {
        await using BusScenario house = new(1) { Settings = new() { Embedded = false, Port = 1, Tls = true, CaFile = "ca.pem" } };
        if (content is not null)
            await File.WriteAllTextAsync(house.Config["ca.pem"], content);
        string error = await house.FailToConnectAsync();
        Assert.Contains(house.Config["ca.pem"], error, StringComparison.Ordinal);
        Assert.Contains(why, error, StringComparison.Ordinal);
    }

    static MqttSettings Settings(Mosquitto broker) => new() { Embedded = false, Host = "localhost", Port = broker.Port };

    Task<Mosquitto> StartWithPasswordAsync() =>
        Mosquitto.StartAsync($"allow_anonymous false\npassword_file {Mosquitto.PasswordFile(_files, "bitgrid", "geheim")}\n");

    Task<Mosquitto> StartWithTlsAsync(string host)
    {
        TestCertificates.Write(_files, host);
        return Mosquitto.StartAsync(string.Create(CultureInfo.InvariantCulture,
            $"allow_anonymous true\ncafile {_files["ca.pem"]}\ncertfile {_files["broker.pem"]}\nkeyfile {_files["broker.key"]}\n"));
    }
}
