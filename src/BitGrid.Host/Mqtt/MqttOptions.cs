using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BitGrid.Host.Configuration.Settings;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace BitGrid.Host.Mqtt;

/// <summary>The settings of the house in the library's words. Made anew for every attempt, so that a mended password or certificate is taken up without a restart.</summary>
internal static class MqttOptions
{
    static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <exception cref="IOException">The password or the certificate cannot be read.</exception>
    public static MqttClientOptions Of(MqttSettings settings, string configFolder, ISecrets secrets)
    {
        MqttClientOptionsBuilder options = new MqttClientOptionsBuilder()
            .WithTcpServer(settings.Embedded ? "127.0.0.1" : settings.Host, settings.Port)
            // Version 3.1.1, which every broker speaks, also those inside other home automation.
            .WithProtocolVersion(MqttProtocolVersion.V311)
            .WithClientId(settings.ClientId)
            .WithCleanSession(true)
            .WithKeepAlivePeriod(KeepAlive)
            .WithTimeout(Timeout)
            .WithWillTopic(MqttTopics.Status(settings.BaseTopic))
            .WithWillPayload(MqttTopics.Offline)
            .WithWillRetain(true)
            .WithWillQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce);
        if (settings.User is { } user)
            options.WithCredentials(user, settings.PasswordFile is { } file ? Encoding.UTF8.GetBytes(secrets.Read(file)) : null);
        if (settings.Tls)
            options.WithTlsOptions(tls => Encrypt(tls, settings, configFolder));
        return options.Build();
    }

    static void Encrypt(MqttClientTlsOptionsBuilder tls, MqttSettings settings, string configFolder)
    {
        tls.UseTls().WithTargetHost(settings.Host)
            // Lists of revoked certificates are on the internet; a house has to work without it.
            .WithRevocationMode(X509RevocationMode.NoCheck);
        if (settings.CaFile is { } file)
            tls.WithTrustChain(Authorities(Path.GetFullPath(file, Path.GetFullPath(configFolder))));
    }

    static X509Certificate2Collection Authorities(string path)
    {
        X509Certificate2Collection authorities = [];
        try
        {
            authorities.ImportFromPemFile(path);
        }
        catch (CryptographicException failure)
        {
            throw new IOException($"The file {path} (mqtt.ca_file) holds no certificate that can be read ({failure.Message.TrimEnd('.')}). It begins with -----BEGIN CERTIFICATE-----.", failure);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IOException($"The file {path} (mqtt.ca_file) does not exist. Copy the certificate there that the broker's is signed with.", failure);
        }

        return authorities.Count > 0
            ? authorities
            : throw new IOException($"The file {path} (mqtt.ca_file) holds no certificate. It begins with -----BEGIN CERTIFICATE-----.");
    }
}
