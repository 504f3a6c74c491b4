using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BitGrid.Host.Web.Page;

/// <summary>The page that people look at.</summary>
internal static class PageParts
{
    public static void AddPage(this IServiceCollection services)
    {
    }

    public static void MapPage(this IEndpointRouteBuilder routes)
    {
    }
}
