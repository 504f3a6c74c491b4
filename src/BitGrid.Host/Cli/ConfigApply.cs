using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using BitGrid.Host.Configuration;
using BitGrid.Host.Service;

namespace BitGrid.Host.Cli;

/// <summary>Has a running house take up its changed configuration, and waits until it has, or has refused.</summary>
internal sealed class ConfigApply(Terminal terminal, string dataFolder)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    static readonly TimeSpan LongestReload = TimeSpan.FromSeconds(3);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <param name="read">The configuration as it stands.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(ConfigResult read)
    {
        if (read.Configuration is not { } configuration)
            return ExitCode.BadInput;
        if (DataFolder.ProcessIn(dataFolder) is not { } process)
        {
            terminal.Error.WriteLine($"error: no BitGrid is running on the data folder {dataFolder}. Repair: name its data folder with --data; a BitGrid that starts takes the configuration as it stands.");
            return ExitCode.CheckFailed;
        }

        int port = configuration.Host.Web.Port;
        string? before = await HealthQuestion.AskAsync(port) is { } health ? Refusal(health) : null;
        using (Process signal = Process.Start("kill", ["-HUP", process.ToString(CultureInfo.InvariantCulture)]))
            await signal.WaitForExitAsync();
        return await WaitAsync(port, configuration, before);
    }

    async Task<int> WaitAsync(int port, SiteConfiguration configuration, string? refusedBefore)
    {
        long began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(Pause);
            if (await HealthQuestion.AskAsync(port) is not { } health)
                continue;
            if (health["config_hash"]?.GetValue<string>() == configuration.ConfigHash)
            {
                terminal.Line($"In force: {configuration.ConfigHash}");
                return ExitCode.Fine;
            }

            bool mayBeOld = TimeProvider.System.GetElapsedTime(began) < LongestReload;
            if (Refusal(health) is { } refusal && !(mayBeOld && refusal == refusedBefore))
            {
                terminal.Error.WriteLine($"error: {refusal}");
                return ExitCode.CheckFailed;
            }
        }

        terminal.Error.WriteLine($"error: the running BitGrid has not answered within {Patience.TotalSeconds:0} s on port {port}. Repair: look into its log (journalctl -u bitgrid).");
        return ExitCode.CheckFailed;
    }

    static string? Refusal(JsonObject health) =>
        health["problems"]!.AsArray().FirstOrDefault(problem => problem!["code"]!.GetValue<string>() == ConfigReload.Refused)?["message"]?.GetValue<string>();
}
