using System.Net;
using System.Security.Cryptography.X509Certificates;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Live;
using BitGrid.Host.Secrets;
using BitGrid.Host.Web.Security.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace BitGrid.Host.Web.Security;

/// <summary>Where BitGrid can be reached: this machine always, the home network only when it is safe.</summary>
/// <param name="IsOpen">True when other machines reach it.</param>
/// <param name="Certificate">What they are served with; <see langword="null"/>: without encryption.</param>
internal sealed record Doors(bool IsOpen, X509Certificate2? Certificate)
{
    const string Closed = "web_lan_refused";

    const long MostBodyBytes = 64 * 1024;
    const long MostConnections = 500;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Decides who is let in. What speaks against the home network is told as a problem, with its repair; the house goes on.</summary>
    public static Doors Of(WebSettings settings, string configFolder, AccountFile accounts, HealthLog health)
    {
        try
        {
            X509Certificate2? certificate = settings.CertificateFile is { } file
                ? Certificates.Load(file, settings.CertificateKeyFile!, configFolder, new SecretFiles(configFolder), TimeProvider.System.GetUtcNow())
                : null;
            if (!settings.Lan)
                return new(IsOpen: false, certificate);
            if (accounts.Read().PasswordHash is not null)
                return new(IsOpen: true, certificate);
            health.Raise(HealthLevel.Warning, Closed, "", "web.lan is true, but nobody has set a password: BitGrid is served on this machine only. Run bitgrid user set-password as the user who runs BitGrid, and restart BitGrid.");
        }
        catch (IOException failure)
        {
            health.Raise(HealthLevel.Warning, Closed, "", $"{failure.Message} Until then BitGrid is served on this machine only, without encryption.");
        }

        return new(IsOpen: false, Certificate: null);
    }

    /// <summary>What is to be served, the door of this machine first.</summary>
    public IReadOnlyList<Door> Places(WebSettings settings)
    {
        IPAddress reach = IsOpen ? IPAddress.Any : IPAddress.Loopback;
        if (Certificate is null)
            return [new(new(reach, settings.Port), IsEncrypted: false)];
        // What runs on this machine, the doctor say, needs no certificate.
        return [new(new(IPAddress.Loopback, settings.Port), IsEncrypted: false), new(new(reach, settings.HttpsPort), IsEncrypted: true)];
    }

    /// <summary>Opens them.</summary>
    public void Open(KestrelServerOptions server, IEnumerable<Door> doors)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = MostBodyBytes;
        server.Limits.MaxConcurrentConnections = MostConnections;
        server.Limits.MaxConcurrentUpgradedConnections = MostConnections;
        server.Limits.RequestHeadersTimeout = Patience;
        foreach (Door door in doors)
            server.Listen(door.Place, listening => Encrypt(listening, door));
    }

    void Encrypt(ListenOptions listening, Door door)
    {
        if (door.IsEncrypted)
            listening.UseHttps(Certificate!);
    }
}
