using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Secrets;
using BitGrid.Host.Service;
using BitGrid.Host.Web.Security;
using BitGrid.Host.Web.Security.Accounts;

namespace BitGrid.Host.Doctor;

/// <summary>Can the page be served to those it is meant for?</summary>
internal static class WebExam
{
    const string Network = "home network";
    const string Encryption = "certificate";

    static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    public static async Task<IEnumerable<Finding>> RunAsync(Patient patient) => patient.House?.Host.Web is { } web
        ? [LookAtNetwork(web, patient.DataFolder), .. LookAtCertificate(web, patient.ConfigFolder), .. await LookAtPortsAsync(web, isRunning: patient.Process is not null)]
        : [];

    static Finding LookAtNetwork(WebSettings web, string dataFolder)
    {
        if (!web.Lan)
            return Finding.Ok(Network, "it is kept out (web.lan: false): the page is served on this machine only");
        try
        {
            return new AccountFile(dataFolder).Read().PasswordHash is not null
                ? Finding.Ok(Network, "it is let in, and there is a password")
                : Finding.Fault(Network, "web.lan is true, but there is no password: other machines are kept out", "Run bitgrid user set-password as the user that runs BitGrid, and restart BitGrid.");
        }
        catch (IOException unusable)
        {
            return Finding.Fault(Network, unusable.Message, "As it says.");
        }
    }

    static IEnumerable<Finding> LookAtCertificate(WebSettings web, string configFolder)
    {
        if (web is { CertificateFile: { } file, CertificateKeyFile: { } keyFile })
            yield return LookAtCertificate(file, keyFile, configFolder);
        else if (web.Lan)
            yield return Finding.Warning(Encryption, "there is none: passwords cross the home network readable", "Give BitGrid one (web.certificate_file), or reach it through a tunnel.");
    }

    static Finding LookAtCertificate(string file, string keyFile, string configFolder)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        try
        {
            using X509Certificate2 certificate = Certificates.Load(file, keyFile, configFolder, new SecretFiles(configFolder), now);
            TimeSpan left = certificate.NotAfter.ToUniversalTime() - now.UtcDateTime;
            string text = string.Create(CultureInfo.InvariantCulture, $"{file} counts until {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}, {left.TotalDays:0} days more");
            return left > Soon ? Finding.Ok(Encryption, text) : Finding.Warning(Encryption, text, "Renew it in time, and restart BitGrid.");
        }
        catch (IOException unusable)
        {
            return Finding.Fault(Encryption, unusable.Message, "As it says.");
        }
    }

    // A port of 0 is chosen at the start, so it is never taken.
    static async Task<IEnumerable<Finding>> LookAtPortsAsync(WebSettings web, bool isRunning)
    {
        (string Setting, int Port)[] doors = web.CertificateFile is null ? [("web.port", web.Port)] : [("web.port", web.Port), ("web.https_port", web.HttpsPort)];
        // A house that runs and answers has its ports.
        if (isRunning && await HealthQuestion.AskAsync(web.Port) is not null)
            return [];
        return
        [
            .. from door in doors
               where door.Port != 0
               let fault = Objection(door.Port)
               select fault is null
                   ? Finding.Ok($"port {Number(door.Port)}", "it is free")
                   : Finding.Fault($"port {Number(door.Port)}", $"{door.Setting} cannot be opened: {fault}", $"End the program that has it (ss -ltnp 'sport = {Number(door.Port)}' names it), or set another {door.Setting} in config.yaml; then restart BitGrid."),
        ];
    }

    // Opened and closed again: what only asks whether somebody answers takes a program that is busy for none.
    static string? Objection(int port)
    {
        try
        {
            using TcpListener probe = new(IPAddress.Loopback, port);
            probe.Start();
            return null;
        }
        catch (SocketException failure)
        {
            return failure.Message;
        }
    }

    static string Number(int port) => port.ToString(CultureInfo.InvariantCulture);
}
