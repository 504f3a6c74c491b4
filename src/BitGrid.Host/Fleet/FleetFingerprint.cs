using System.Security.Cryptography;
using System.Text;

namespace BitGrid.Host.Fleet;

/// <summary>SHA-256 over the lines <c>home fingerprint</c> of all homes by ordinal name: equal means that every home decided the same.</summary>
internal sealed class FleetFingerprint : IDisposable
{
    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds a home.</summary>
    public void Add(string home, string fingerprint) => _hash.AppendData(Encoding.UTF8.GetBytes($"{home} {fingerprint}\n"));

    /// <summary>64 hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Dispose() => _hash.Dispose();
}
