using System.Net;

namespace BitGrid.Host.Web.Security;

/// <summary>One port that is served.</summary>
/// <param name="Place">The address and port; port 0 lets the system choose.</param>
/// <param name="IsEncrypted">True when it speaks TLS.</param>
internal sealed record Door(IPEndPoint Place, bool IsEncrypted)
{
    /// <summary>How it is reached.</summary>
    public Uri Address => new UriBuilder(IsEncrypted ? "https" : "http", Place.Address.ToString(), Place.Port).Uri;
}
