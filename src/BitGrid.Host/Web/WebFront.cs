using System.Net.Sockets;
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

/// <summary>
/// What the house shows over HTTP. Each part has a folder of its own and is added here; see README.md beside this file.
/// The ports are held from the start, and what serves them is built for the first who asks: a house nobody looks at goes without.
/// </summary>
internal sealed class WebFront : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // By then the runtime has compiled a second time what a page uses often.
    static readonly TimeSpan FirstPages = TimeSpan.FromMinutes(1);

    readonly RunningHouse _house;
    readonly HouseView _view;
    readonly WebSettings _settings;
    readonly ILogger _log;
    readonly AccountFile _accounts;
    readonly Doors _doors;
    readonly HealthReport _report;
    readonly HouseMetrics _metrics;
    readonly CancellationTokenSource _ending = new();
    readonly Task _serving;
    WebApplication? _application;

    WebFront(RunningHouse house, HouseView view, WebSettings settings, ILogger log)
    {
        (_house, _view, _settings, _log) = (house, view, settings, log);
        _accounts = new(house.Request.Data);
        _doors = Doors.Of(settings, house.Request.Config, _accounts, house.Health);
        _report = new(house);
        _metrics = new(house);
        _serving = Hold() is { } bell ? Task.Run(() => ServeAsync(bell)) : Task.CompletedTask;
    }

    /// <summary>Where it is reached, the door of this machine first; empty when it is not.</summary>
    public IReadOnlyList<Uri> Addresses { get; private set; } = [];

    /// <summary>Every route with its method, such as <c>/api/v1/state GET</c>; none before somebody has asked for something.</summary>
    public IEnumerable<string> Routes =>
        from source in _application is { } application ? ((IEndpointRouteBuilder)application).DataSources : []
        from endpoint in source.Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        select $"/{endpoint.RoutePattern.RawText?.TrimStart('/')} {method}";

    /// <summary>Serves a house. A port that cannot be had is told; the house goes on without.</summary>
    public static WebFront Start(RunningHouse house, HouseView view, WebSettings settings, ILogger log) => new(house, view, settings, log);

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _serving;
        _ending.Dispose();
        _metrics.Dispose();
        if (_application is not { } application)
            return;
        // Streams end at once, and whoever does not let go is cut off: the loads have to be told to stop.
        using CancellationTokenSource patience = new(Patience);
        await application.StopAsync(patience.Token);
        await application.DisposeAsync();
    }

    Doorbell? Hold()
    {
        try
        {
            Doorbell bell = new(_doors.Places(_settings));
            Addresses = [.. bell.Doors.Select(door => door.Address)];
            _log.Information("Page, API, health and metrics on {Address}", Addresses[0]);
            return bell;
        }
        catch (SocketException failure)
        {
            Tell($"Port {_settings.Port} (or web.https_port {_settings.HttpsPort}) cannot be served ({failure.Message}). The house runs without health, metrics and page. End the program that has the port, or set web.port in config.yaml, and restart BitGrid.");
            return null;
        }
    }

    async Task ServeAsync(Doorbell bell)
    {
        using Doorbell held = bell;
        if (!await bell.RingsAsync(_ending.Token))
            return;
        try
        {
            _application = Build(bell);
            await _application.StartAsync();
            await Task.Delay(FirstPages, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_ending.IsCancellationRequested)
                SpareMemory.GiveBack();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Tell($"The page cannot be served ({failure.Message}). The house runs without health, metrics and page. Mend what is named, and restart BitGrid.");
        }
    }

    void Tell(string problem) => _house.Health.Raise(HealthLevel.Warning, "web_failed", "", problem);

    WebApplication Build(Doorbell bell)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration()
            .UseSockets(sockets => sockets.CreateBoundListenSocket = bell.Take)
            .ConfigureKestrel(server => _doors.Open(server, bell.Doors));
        builder.Services.AddSerilog(_log);
        // Signals are the house's: it ends first, then this.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddHouseView(_house, _view);
        builder.Services.AddMonitoring(_report, _metrics);
        builder.Services.AddSecurity(_accounts, _house.Request);
        builder.Services.AddApi();
        builder.Services.AddPage();

        WebApplication application = builder.Build();
        application.UseSafeHeaders();
        application.UseApiProblems();
        application.UsePage();
        application.UseSecurity(_settings);
        application.UseAntiforgery();
        application.MapMonitoring();
        application.MapApi();
        application.MapPage();
        return application;
    }
}
