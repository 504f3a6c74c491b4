using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace BitGrid.Host.Web.Page;

/// <summary>Styles, scripts and pictures of the page. They lie in the assembly, so nothing is fetched from anywhere else.</summary>
internal static class PageAssets
{
    const string Prefix = "page/";

    static readonly Assembly Home = typeof(PageAssets).Assembly;

    static readonly FrozenDictionary<string, string> Versions = Home.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], Version);

    /// <summary>Where a page finds a file: its address changes with its content, so a browser may keep it for ever.</summary>
    public static string Address(string name) => $"assets/{name}?v={Versions[name]}";

    public static void MapAssets(this IEndpointRouteBuilder routes) => routes.MapGet("/assets/{name}", (string name, HttpContext context) =>
    {
        if (!Versions.TryGetValue(name, out string? version))
            return Results.NotFound();
        bool isThisVersion = context.Request.Query["v"] == version;
        context.Response.Headers.CacheControl = isThisVersion ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Stream(Home.GetManifestResourceStream(Prefix + name)!, TypeOf(name), entityTag: new EntityTagHeaderValue($"\"{version}\""));
    }).ExcludeFromDescription();

    static string Version(string resource)
    {
        using Stream content = Home.GetManifestResourceStream(resource)!;
        return Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6));
    }

    static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    };
}
