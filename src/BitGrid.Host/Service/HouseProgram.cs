using System.Runtime.InteropServices;
using BitGrid.Boot;
using BitGrid.Engine.Explanation;
using BitGrid.Host.Cli;
using BitGrid.Host.HomeAssistant;
using BitGrid.Host.Live;
using BitGrid.Host.Update;
using BitGrid.Host.Web;
using BitGrid.Host.Web.View;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;
using Serilog;
using Serilog.Core;

namespace BitGrid.Host.Service;

/// <summary>The program that runs a house until it is told to end: under systemd, in a container, or in a terminal.</summary>
internal static class HouseProgram
{
    /// <summary>Runs a house.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(RunRequest request, Language language, Terminal terminal, CancellationToken cancellation)
    {
        if (HouseOpening.Open(request, terminal) is not { } setup)
            return ExitCode.BadInput;
        using DataFolder data = setup.Data;
        await using Logger log = LogSetup.Create(setup.Configuration.Host.Log, data.Path);
        log.Information("BitGrid {Version}, configuration {ConfigHash}, data in {Folder}", ProductVersion.Text, setup.Configuration.ConfigHash, data.Path);

        BootPlaces? launcher = BootPlaces.OfEnvironment();
        await using RunningHouse house = new(setup);
        RolledBack.Tell(launcher, house.Health);
        using HouseLog told = new(house, log, language);
        using IHost host = Build(log);
        using PosixSignalRegistration hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            _ = Task.Run(house.Reload, CancellationToken.None);
        });

        await house.StartAsync();
        using HouseView view = new(house);
        await using HomeAssistantLink homeAssistant = HomeAssistantLink.Start(house, view);
        await using WebFront web = WebFront.Start(house, view, setup.Configuration.Host.Web, log);
        if (web.Addresses is [{ } address, ..])
            data.TellPort(address.Port);
        using Watchdog watchdog = new(host.Services.GetService<ISystemdNotifier>(), house.Controller);
        using HealthProof proof = new(launcher, house);
        SpareMemory.GiveBack();
        await host.RunAsync(cancellation);
        log.Information("Ending: every load is told to stop");
        return ExitCode.Fine;
    }

    // The generic host brings what a service needs beside its work: signals, and systemd's way of being told.
    static IHost Build(Logger log)
    {
        HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSystemd();
        if (NotifierBelowLauncher.IsNeeded)
        {
            // What AddSystemd does for a child of systemd itself.
            builder.Services.AddSingleton<ISystemdNotifier, NotifierBelowLauncher>();
            builder.Services.AddSingleton<IHostLifetime, SystemdLifetime>();
        }

        builder.Services.AddSerilog(log);
        return builder.Build();
    }
}
