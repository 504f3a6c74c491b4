using Microsoft.AspNetCore.Builder;
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

    public static void UsePage(this WebApplication application)
    {
        application.UseResponseCompression();
        application.UseAntiforgery();
    }

    public static void MapPage(this IEndpointRouteBuilder routes)
    {
        routes.MapAssets();
        Preferences.Map(routes);
        routes.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
