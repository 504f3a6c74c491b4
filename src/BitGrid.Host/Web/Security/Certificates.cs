using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BitGrid.Host.Configuration;
using BitGrid.Host.Secrets;

namespace BitGrid.Host.Web.Security;

/// <summary>Reads the certificate that other machines are served with.</summary>
internal static class Certificates
{
    /// <param name="file">The certificate, PEM, as written in the configuration.</param>
    /// <param name="keyFile">Its key, PEM, as written in the configuration.</param>
    /// <param name="configFolder">Folder that relative paths begin at.</param>
    /// <param name="secrets">For the key.</param>
    /// <param name="now">The real time, UTC.</param>
    /// <exception cref="IOException">It cannot be used; the message says why and what to do, and holds nothing of the key.</exception>
    public static X509Certificate2 Load(string file, string keyFile, string configFolder, SecretFiles secrets, DateTimeOffset now)
    {
        string path = Path.GetFullPath(file, Path.GetFullPath(configFolder));
        string key = secrets.Read(keyFile);
        try
        {
            X509Certificate2 certificate = X509Certificate2.CreateFromPem(File.ReadAllText(path), key);
            if (now.UtcDateTime >= certificate.NotBefore.ToUniversalTime() && now.UtcDateTime < certificate.NotAfter.ToUniversalTime())
                return certificate;
            string end = string.Create(CultureInfo.InvariantCulture, $"{certificate.NotBefore.ToUniversalTime():yyyy-MM-dd} to {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}");
            certificate.Dispose();
            throw new IOException($"The certificate {Shown(path)} counts from {end}, and not today. Renew it, and restart BitGrid.");
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or CryptographicException or ArgumentException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IOException($"The certificate {Shown(path)} cannot be used with its key ({Printable.Text(fault.Message, quote: false).TrimEnd('.')}). Name a PEM file that BitGrid may read, with web.certificate_file, and its key with web.certificate_key_file; then restart BitGrid.", fault);
        }
    }

    static string Shown(string path) => Printable.Text(path, quote: false);
}
