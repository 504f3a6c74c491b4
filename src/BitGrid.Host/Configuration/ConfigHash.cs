using System.Security.Cryptography;
using System.Text;

namespace BitGrid.Host.Configuration;

/// <summary>
/// Names a configuration by its content: what <c>sha256sum *.yaml | sha256sum</c> prints in its folder under
/// <c>LC_ALL=C</c>, so that anybody can check it without BitGrid.
/// </summary>
internal static class ConfigHash
{
    /// <returns>64 hexadecimal digits, lower case.</returns>
    public static string Of(ConfigFolder folder)
    {
        StringBuilder lines = new();
        foreach ((string name, byte[] content) in folder.Files)
            lines.Append(Sha256(content)).Append("  ").Append(name).Append('\n');
        return Sha256(Encoding.UTF8.GetBytes(lines.ToString()));
    }

    static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
