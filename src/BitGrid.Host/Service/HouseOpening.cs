using BitGrid.Host.Cli;
using BitGrid.Host.Configuration;
using BitGrid.Host.Plugins;

namespace BitGrid.Host.Service;

/// <summary>Gathers what it takes to run a house, or says what is missing.</summary>
internal static class HouseOpening
{
    // What a simulated house may be steered with: nothing here can reach a real device.
    static readonly string[] Harmless = ["simulated-house", "mqtt-load"];

    /// <summary>Takes hold of the data folder, loads plugins and configuration.</summary>
    /// <returns><see langword="null"/> when the house cannot be run; the error stream says why.</returns>
    public static HouseSetup? Open(RunRequest request, Terminal terminal)
    {
        if (House.LoadPlugins(request.Plugins, terminal) is not { } plugins || Hold(request.Data, terminal) is not { } data)
            return null;
        if (Configure(request, data, plugins, terminal) is { } setup)
            return setup;
        data.Dispose();
        return null;
    }

    static HouseSetup? Configure(RunRequest request, DataFolder data, PluginCatalog plugins, Terminal terminal)
    {
        ConfigKeeper keeper = new(request.Config, data.Path, plugins.Offers);
        ConfigResult read = keeper.Read();
        terminal.Error.Write(read.Report());
        string? refusal = null;
        if (read.Configuration is null)
            refusal = "The configuration cannot be used; the last good one is in force until it is mended (bitgrid config check). Its faults:\n" + read.Report();
        if ((read.Configuration ?? keeper.ReadLastGood()) is not { } configuration)
            return null;
        if (refusal is not null)
            terminal.Error.WriteLine("warning: the last good configuration is used instead. Repair: mend the faults above, then: bitgrid config apply");
        if (request.BlocksPerSecond is not null && Objection(configuration) is { } objection)
        {
            terminal.Error.WriteLine($"error: --speed: {objection}");
            return null;
        }

        return new(request, data, plugins, keeper, configuration, refusal);
    }

    static DataFolder? Hold(string path, Terminal terminal)
    {
        try
        {
            return DataFolder.Open(path);
        }
        catch (IOException failure)
        {
            terminal.Error.WriteLine($"error: {failure.Message}");
            return null;
        }
    }

    // Real devices live in real time: a fast clock would switch them every second.
    static string? Objection(SiteConfiguration configuration)
    {
        string[] drivers = [.. configuration.Devices.Select(device => device.Offer.Driver).Distinct(StringComparer.Ordinal)];
        if (!drivers.Contains(Harmless[0], StringComparer.Ordinal))
            return "only a simulated house can run faster, and there is no device with the driver simulated-house in config.yaml.";
        if (!configuration.Host.Mqtt.Embedded)
            return "only a house on the embedded broker can run faster, so that no real device hears its commands. Set mqtt.embedded to true in config.yaml.";
        return drivers.Except(Harmless, StringComparer.Ordinal).FirstOrDefault() is { } real
            ? $"there are real devices in config.yaml (driver {real}), which live in real time. Remove them, or leave --speed out."
            : null;
    }
}
