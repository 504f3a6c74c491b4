using System.Text.Json.Nodes;
using BitGrid.Host.Web.View;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Prometheus;

namespace BitGrid.Host.Web.Monitoring;

/// <summary>For machines that watch the house: <c>/healthz</c>, <c>/readyz</c> and <c>/metrics</c>.</summary>
internal static class MonitoringParts
{
    public static void AddMonitoring(this IServiceCollection services)
    {
        services.AddSingleton<HealthReport>();
        services.AddSingleton<HouseMetrics>();
    }

    public static void MapMonitoring(this IEndpointRouteBuilder routes)
    {
        HealthReport report = routes.ServiceProvider.GetRequiredService<HealthReport>();
        HouseView view = routes.ServiceProvider.GetRequiredService<HouseView>();
        routes.MapGet("/healthz", () => Answer(report.Health(out bool isAlive), isAlive)).ExcludeFromDescription();
        routes.MapGet("/readyz", () => Answer(new JsonObject { ["ready"] = view.IsStarted }, view.IsStarted)).ExcludeFromDescription();
        routes.MapMetrics(registry: routes.ServiceProvider.GetRequiredService<HouseMetrics>().Registry);
    }

    static IResult Answer(JsonObject body, bool isGood) =>
        Results.Text(body.ToJsonString(), "application/json", statusCode: isGood ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
