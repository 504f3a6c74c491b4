using BitGrid.Host.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BitGrid.Host.Web.Page;

/// <summary>The page that people look at.</summary>
internal static class PageParts
{
    // A page that lost its connection is kept for a while, so that a phone that wakes up goes on where it was.
    const int MostLostPages = 20;
    static readonly TimeSpan LostPagesStay = TimeSpan.FromMinutes(2);

    public static void AddPage(this IServiceCollection services)
    {
        services.AddResponseCompression();
        services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DisconnectedCircuitMaxRetained = MostLostPages;
            options.DisconnectedCircuitRetentionPeriod = LostPagesStay;
        });
    }

    /// <summary>What stands before the gates: files go out compressed, and a person who has to sign in is shown where.</summary>
    public static void UsePage(this IApplicationBuilder application)
    {
        application.UseResponseCompression();
        application.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response is { StatusCode: StatusCodes.Status401Unauthorized, HasStarted: false } && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
                context.Response.Redirect($"/login?then={Uri.EscapeDataString(context.Request.Path)}");
        });
    }

    public static void MapPage(this IEndpointRouteBuilder routes)
    {
        routes.MapAssets();
        Preferences.Map(routes);
        routes.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null).RequireAuthorization(SecurityParts.Read);
    }
}
