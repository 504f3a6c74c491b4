using System.Security.Cryptography;
using System.Text;

namespace BitGrid.Host.Web.Security.Accounts;

/// <summary>A token for a program. Only its hash is kept: 256 random bits need no slow one.</summary>
/// <param name="Id">Public name, as in lists.</param>
/// <param name="Name">What it is for, in the owner's words.</param>
/// <param name="Right">What it may do.</param>
/// <param name="Hash">SHA-256 of the secret, hexadecimal.</param>
/// <param name="Created">When, UTC.</param>
/// <param name="Expires">From when it no longer counts, UTC; <see langword="null"/>: never.</param>
internal sealed record ApiToken(string Id, string Name, Right Right, string Hash, DateTimeOffset Created, DateTimeOffset? Expires)
{
    const string Prefix = "bitgrid";
    const int SecretBytes = 32;
    const int IdBytes = 5;

    /// <summary>Makes a token.</summary>
    /// <returns>The token as kept, and the text that the program sends: never shown again.</returns>
    public static (ApiToken Token, string Text) Make(string name, Right right, DateTimeOffset now, DateTimeOffset? expires)
    {
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        string secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        return (new(id, name, right, HashOf(secret), now, expires), $"{Prefix}_{id}_{secret}");
    }

    /// <summary>The parts of a sent text; <see langword="null"/> when it is none.</summary>
    public static (string Id, string Secret)? Parse(string text) =>
        text.Length < 200 && text.Split('_') is [Prefix, { Length: > 0 } id, { Length: > 0 } secret] ? (id, secret) : null;

    /// <summary>True when a secret is the one of this token. Takes the same time for every wrong one.</summary>
    public bool Accepts(string secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(secret)), Encoding.ASCII.GetBytes(Hash));

    static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
