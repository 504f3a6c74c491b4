using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace BitGrid.TestKit.Devices;

/// <summary>The device's side of RFC 7616 digest authentication with SHA-256, user admin.</summary>
static partial class FakeDigest
{
    const string Realm = "shellyplusplugs-a8032abe54dc";
    const string Nonce = "60dc2c69";

    public static FakeHttpReply Challenge() =>
        new(401, "", $@"WWW-Authenticate: Digest qop=""auth"", realm=""{Realm}"", nonce=""{Nonce}"", algorithm=SHA-256");

    public static bool Admits(FakeHttpRequest request, string password)
    {
        Dictionary<string, string> said = Parameter().Matches(request.Authorization)
            .ToDictionary(match => match.Groups["key"].Value, match => match.Groups["value"].Value.Trim('"'), StringComparer.Ordinal);
        string Of(string key) => said.GetValueOrDefault(key, "");
        string secret = Hash($"admin:{Realm}:{password}");
        string asked = Hash($"{request.Method}:{request.Path}");
        return request.Authorization.StartsWith("Digest ", StringComparison.Ordinal)
            && Of("username") == "admin" && Of("nonce") == Nonce && Of("qop") == "auth" && Of("uri") == request.Path
            && Of("response") == Hash($"{secret}:{Nonce}:{Of("nc")}:{Of("cnonce")}:auth:{asked}");
    }

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("""(?<key>[a-z]+)=(?<value>"[^"]*"|[^,\s]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
