using BitGrid.Host.Live;
using BitGrid.Host.Web.Api.Documents;
using BitGrid.Host.Web.Monitoring;
using BitGrid.Host.Web.View;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace BitGrid.Host.Web.Api.Routes;

/// <summary>What is now: the house, its health, its plugins.</summary>
internal static class HouseRoutes
{
    public static void MapHouse(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/state", (StateAnswer answer) => answer.Now()).Answers<HouseDocument>("GetState", "The house now: readings, loads, and their newest decisions. At most a quarter of a second old.").Takes();
        routes.MapGet("/health", (HealthReport health) => new Tagged<HealthDocument>(health.Document())).Answers<HealthDocument>("GetHealth", "How the house is, and every problem with its repair.").Takes();
        routes.MapGet("/plugins", (HouseView view) => new Tagged<PluginsDocument>(Plugins(view))).Answers<PluginsDocument>("GetPlugins", "The installed plugins, and what became of them.").Takes();
    }

    static PluginsDocument Plugins(HouseView view)
    {
        HealthEvent[] failed = [.. view.Problems.Where(problem => problem.Code == "rule_quarantined")];
        return new([.. view.Plugins.Plugins.Select(plugin => PluginDocument.Of(plugin, failed))]);
    }
}
