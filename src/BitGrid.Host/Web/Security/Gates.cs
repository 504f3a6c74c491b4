using System.Net;
using BitGrid.Host.Configuration.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BitGrid.Host.Web.Security;

/// <summary>What every request has to pass before anybody looks at it, and what every answer carries.</summary>
internal static class Gates
{
    // Everything comes from here: no script, style, font or picture of others, and neither scripts nor styles within the page. Pictures
    // and bars have their sizes from attributes of SVG.
    const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    static readonly string[] Writes = [HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];

    /// <summary>Adds the headers that keep a browser from doing more than it is meant to.</summary>
    public static void UseSafeHeaders(this IApplicationBuilder application) => application.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            IHeaderDictionary headers = context.Response.Headers;
            headers.TryAdd(HeaderNames.ContentSecurityPolicy, ContentPolicy);
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers.Remove(HeaderNames.Server);
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>
    /// Lets only requests in that call this machine by an address or by a name it has. Otherwise a site on the internet could let its
    /// own name point here, and its scripts would be of the same origin.
    /// </summary>
    public static void UseKnownHosts(this IApplicationBuilder application, WebSettings settings)
    {
        string machine = Environment.MachineName;
        HashSet<string> names = new(["localhost", machine, machine + ".local", .. settings.HostNames], StringComparer.OrdinalIgnoreCase);
        application.Use((context, next) => IPAddress.TryParse(context.Request.Host.Host.Trim('[', ']'), out _) || names.Contains(context.Request.Host.Host)
            ? next(context)
            : RefuseAsync(context, StatusCodes.Status421MisdirectedRequest, "BitGrid is not known here by this name. Add it to web.host_names in config.yaml, or use the address."));
    }

    /// <summary>
    /// Lets a browser write, and open a line that stays open, only from a page of this very origin. A program that is no browser says
    /// nothing of an origin; it has no cookie either.
    /// </summary>
    public static void UseSameOrigin(this IApplicationBuilder application) => application.Use((context, next) =>
        !NeedsOrigin(context) || IsSameOrigin(context.Request)
            ? next(context)
            : RefuseAsync(context, StatusCodes.Status403Forbidden, "Only BitGrid's own page may do this from a browser."));

    static bool NeedsOrigin(HttpContext context) =>
        Writes.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase) || context.WebSockets.IsWebSocketRequest || context.Request.Headers.ContainsKey(HeaderNames.Upgrade);

    static bool IsSameOrigin(HttpRequest request)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        string origin = request.Headers.Origin.ToString();
        if (site.Length == 0 && origin.Length == 0)
            return !request.Headers.ContainsKey(HeaderNames.Cookie);
        return site is "" or "same-origin" && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? from) && from.Authority == request.Host.Value && from.Scheme == request.Scheme));
    }

    static Task RefuseAsync(HttpContext context, int status, string why) =>
        Results.Problem(why, statusCode: status).ExecuteAsync(context);
}
