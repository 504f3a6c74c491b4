using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BitGrid.Host.Tests.Recordings;

namespace BitGrid.Host.Tests.Mqtt;

/// <summary>An authority and a broker's certificate signed by it, as files.</summary>
static class TestCertificates
{
    /// <summary>Writes <c>ca.pem</c>, <c>broker.pem</c> and <c>broker.key</c>.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="host">Name the broker's certificate is issued for.</param>
    public static void Write(TemporaryFolder folder, string host)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using ECDsa authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest authorityRequest = new("CN=House authority", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using X509Certificate2 authority = authorityRequest.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));

        using ECDsa brokerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest brokerRequest = new($"CN={host}", brokerKey, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(host);
        names.AddIpAddress(IPAddress.Loopback);
        brokerRequest.CertificateExtensions.Add(names.Build());
        using X509Certificate2 broker = brokerRequest.Create(authority, now.AddDays(-1), now.AddDays(29), [1, 2, 3, 4]);

        File.WriteAllText(folder["ca.pem"], authority.ExportCertificatePem());
        File.WriteAllText(folder["broker.pem"], broker.ExportCertificatePem());
        File.WriteAllText(folder["broker.key"], brokerKey.ExportPkcs8PrivateKeyPem());
    }
}
