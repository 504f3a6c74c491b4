using BitGrid.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace BitGrid.Host.Web.View;

/// <summary>What page and API read from.</summary>
internal static class HouseViewParts
{
    public static void AddHouseView(this IServiceCollection services, RunningHouse house, HouseView view)
    {
        services.AddSingleton(house);
        services.AddSingleton(view);
    }
}
