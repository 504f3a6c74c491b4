using System.Net;
using System.Security.Claims;
using BitGrid.Host.Web.Security.Accounts;
using Microsoft.AspNetCore.Http;

namespace BitGrid.Host.Web.Security;

/// <summary>Who is calling.</summary>
internal static class Caller
{
    /// <summary>Type of the claim that names the right.</summary>
    public const string RightClaim = "right";

    /// <summary>Name of the owner, who signs in with the password.</summary>
    public const string Owner = "owner";

    // A request that a proxy passes on comes from this machine and yet from anywhere.
    static readonly string[] MarksOfProxies = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    /// <summary>True for a request from this very machine, and not by way of a proxy.</summary>
    public static bool IsLocal(this HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
        && !MarksOfProxies.Any(context.Request.Headers.ContainsKey);

    /// <summary>The network address it comes from.</summary>
    public static string Origin(this HttpContext context) => context.Connection.RemoteIpAddress is { } address
        ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
        : "";

    /// <summary>Who, as in the audit trail.</summary>
    public static string Who(this HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true, Name: { } name } ? name : context.IsLocal() ? "local" : "stranger";

    /// <summary>A caller with a right.</summary>
    public static ClaimsPrincipal Of(string name, Right right, string scheme, params IEnumerable<Claim> more) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, name), new Claim(RightClaim, RightWords.Of(right)), .. more],
        scheme));
}
