using System.Text.Json.Nodes;
using BitGrid.Host.Web.Security;
using BitGrid.Host.Web.Security.Accounts;
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
    public static void AddMonitoring(this IServiceCollection services, HealthReport report, HouseMetrics metrics)
    {
        services.AddSingleton(report);
        services.AddSingleton(metrics);
    }

    public static void MapMonitoring(this IEndpointRouteBuilder routes)
    {
        // A stranger learns that it lives, and nothing else.
        HealthReport report = routes.ServiceProvider.GetRequiredService<HealthReport>();
        HouseView view = routes.ServiceProvider.GetRequiredService<HouseView>();
        routes.MapGet("/healthz", (HttpContext context, RightHandler rights) =>
        {
            JsonObject health = report.Health(out bool isAlive);
            return Answer(rights.IsAllowed(context, Right.Read) ? health : new() { ["status"] = isAlive ? "ok" : "dead" }, isAlive);
        }).ExcludeFromDescription();
        routes.MapGet("/readyz", () => Answer(new JsonObject { ["ready"] = view.IsStarted }, view.IsStarted)).ExcludeFromDescription();
        routes.MapMetrics(registry: routes.ServiceProvider.GetRequiredService<HouseMetrics>().Registry).RequireAuthorization(SecurityParts.Read);
    }

    static IResult Answer(JsonObject body, bool isGood) =>
        Results.Text(body.ToJsonString(), "application/json", statusCode: isGood ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
