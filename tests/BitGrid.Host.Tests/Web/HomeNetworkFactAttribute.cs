namespace BitGrid.Host.Tests.Web;

/// <summary>A fact about callers from elsewhere; skipped on a machine that has no address but its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HomeNetworkFactAttribute : FactAttribute
{
    public HomeNetworkFactAttribute() => Skip = HomeNetwork.Address is null ? "needs a network: an IPv4 address of this machine's name beside 127.0.0.1" : null;
}
