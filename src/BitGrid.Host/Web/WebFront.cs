using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Live;
using BitGrid.Host.Service;
using BitGrid.Host.Web.Api;
using BitGrid.Host.Web.Monitoring;
using BitGrid.Host.Web.Page;
using BitGrid.Host.Web.Security;
using BitGrid.Host.Web.Security.Accounts;
using BitGrid.Host.Web.View;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Serilog;

namespace BitGrid.Host.Web;

/// <summary>What the house shows over HTTP. Each part has a folder of its own and is added here; see README.md beside this file.</summary>
internal sealed class WebFront : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    readonly WebApplication? _application;

    WebFront(WebApplication? application) => _application = application;

    /// <summary>Where it is reached, the door of this machine first; empty when it is not.</summary>
    public IReadOnlyList<Uri> Addresses => [.. (_application?.Urls ?? []).Select(address => new Uri(address))];

    /// <summary>Every route with its method, such as <c>/api/v1/state GET</c>.</summary>
    public IEnumerable<string> Routes =>
        from source in _application is { } application ? ((IEndpointRouteBuilder)application).DataSources : []
        from endpoint in source.Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        select $"/{endpoint.RoutePattern.RawText?.TrimStart('/')} {method}";

    /// <summary>Serves a house. A port that cannot be had is told; the house goes on without.</summary>
    public static async Task<WebFront> StartAsync(RunningHouse house, HouseView view, WebSettings settings, ILogger log)
    {
        WebApplication application = Build(house, view, settings, log);
        try
        {
            await application.StartAsync();
            log.Information("Page, API, health and metrics on {Address}", application.Urls.First());
            return new(application);
        }
        catch (IOException failure)
        {
            house.Health.Raise(HealthLevel.Warning, "web_failed", "", $"Port {settings.Port} (or web.https_port {settings.HttpsPort}) cannot be served ({failure.Message}). The house runs without health, metrics and page. End the program that has the port, or set web.port in config.yaml, and restart BitGrid.");
            await application.DisposeAsync();
            return new(application: null);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not { } application)
            return;
        // Streams end at once, and whoever does not let go is cut off: the loads have to be told to stop.
        using CancellationTokenSource patience = new(Patience);
        await application.StopAsync(patience.Token);
        await application.DisposeAsync();
    }

    static WebApplication Build(RunningHouse house, HouseView view, WebSettings settings, ILogger log)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        AccountFile accounts = new(house.Request.Data);
        Doors doors = Doors.Of(settings, house.Request.Config, accounts, house.Health);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(server => doors.Open(server, settings));
        builder.Services.AddSerilog(log);
        // Signals are the house's: it ends first, then this.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddHouseView(house, view);
        builder.Services.AddMonitoring();
        builder.Services.AddSecurity(accounts, house.Request);
        builder.Services.AddApi();
        builder.Services.AddPage();

        WebApplication application = builder.Build();
        application.UseSafeHeaders();
        application.UseApiProblems();
        application.UsePage();
        application.UseSecurity(settings);
        application.UseAntiforgery();
        application.MapMonitoring();
        application.MapApi();
        application.MapPage();
        return application;
    }
}
