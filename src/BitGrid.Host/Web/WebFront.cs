using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Live;
using BitGrid.Host.Service;
using BitGrid.Host.Web.Monitoring;
using BitGrid.Host.Web.Page;
using BitGrid.Host.Web.View;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Serilog;

namespace BitGrid.Host.Web;

/// <summary>What the house shows over HTTP. Each part has a folder of its own and is added here; see README.md beside this file.</summary>
internal sealed class WebFront : IAsyncDisposable
{
    readonly WebApplication? _application;

    WebFront(WebApplication? application) => _application = application;

    /// <summary>Where it is reached; <see langword="null"/> when it is not.</summary>
    public Uri? Address => _application is { } application ? new(application.Urls.First()) : null;

    /// <summary>Serves a house. A port that cannot be had is told; the house goes on without.</summary>
    public static async Task<WebFront> StartAsync(RunningHouse house, WebSettings settings, ILogger log)
    {
        WebApplication application = Build(house, settings, log);
        try
        {
            await application.StartAsync();
            log.Information("Page, API, health and metrics on {Address}", application.Urls.First());
            return new(application);
        }
        catch (IOException failure)
        {
            house.Health.Raise(HealthLevel.Warning, "web_failed", "", $"Port {settings.Port} cannot be served ({failure.Message}). The house runs without health, metrics and page. End the program that has the port, or set web.port in config.yaml, and restart BitGrid.");
            await application.DisposeAsync();
            return new(application: null);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is { } application)
            await application.DisposeAsync();
    }

    static WebApplication Build(RunningHouse house, WebSettings settings, ILogger log)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{settings.Port}");
        builder.Services.AddSerilog(log);
        // Signals are the house's: it ends first, then this.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddHouseView(house);
        builder.Services.AddMonitoring();
        builder.Services.AddPage();

        WebApplication application = builder.Build();
        application.MapMonitoring();
        application.MapPage();
        return application;
    }
}
