using System.Text.Json.Nodes;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Prometheus;
using Serilog;

namespace BitGrid.Host.Service;

/// <summary>What the house shows over HTTP, to this machine only: <c>/healthz</c>, <c>/readyz</c> and <c>/metrics</c>.</summary>
internal sealed class WebFront : IAsyncDisposable
{
    readonly WebApplication? _application;
    readonly HouseMetrics _metrics;

    WebFront(WebApplication? application, HouseMetrics metrics) => (_application, _metrics) = (application, metrics);

    /// <summary>Serves a house. A port that cannot be had is told; the house goes on without.</summary>
    public static async Task<WebFront> StartAsync(RunningHouse house, WebSettings settings, ILogger log)
    {
        HouseMetrics metrics = new(house);
        WebApplication application = Build(house, metrics, settings, log);
        try
        {
            await application.StartAsync();
            log.Information("Health and metrics on {Address}", application.Urls.First());
            return new(application, metrics);
        }
        catch (IOException failure)
        {
            house.Health.Raise(HealthLevel.Warning, "web_failed", "", $"Port {settings.Port} cannot be served ({failure.Message}). The house runs without health, metrics and page. End the program that has the port, or set web.port in config.yaml, and restart BitGrid.");
            await application.DisposeAsync();
            return new(application: null, metrics);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is { } application)
            await application.DisposeAsync();
        _metrics.Dispose();
    }

    static WebApplication Build(RunningHouse house, HouseMetrics metrics, WebSettings settings, ILogger log)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{settings.Port}");
        builder.Services.AddSerilog(log);
        // Signals are the house's: it ends first, then this.
        builder.Services.AddSingleton<Microsoft.Extensions.Hosting.IHostLifetime, NoLifetime>();
        WebApplication application = builder.Build();

        HealthReport report = new(house);
        application.MapGet("/healthz", () => Answer(report.Health(out bool isAlive), isAlive));
        application.MapGet("/readyz", () => Answer(new JsonObject { ["ready"] = house.Controller.IsStarted }, house.Controller.IsStarted));
        application.MapMetrics(registry: metrics.Registry);
        return application;
    }

    static IResult Answer(JsonObject body, bool isGood) =>
        Results.Text(body.ToJsonString(), "application/json", statusCode: isGood ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
