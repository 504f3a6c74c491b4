using System.CommandLine;
using System.Text.Json.Nodes;
using BitGrid.Host.Service;

namespace BitGrid.Host.Cli.Commands;

/// <summary><c>bitgrid health</c>: asks the running house how it is; for a container's health check, where no other program is.</summary>
internal static class HealthCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string> data = CommonOptions.Data();
        Command command = new("health", "Ask the running house how it is: fine while it beats, whatever problems it has; else the check failed.") { data };
        command.SetAction(async (result, _) => Tell(terminal, result.GetRequiredValue(data), await AskAsync(result.GetRequiredValue(data))));
        return command;
    }

    static async Task<JsonObject?> AskAsync(string folder) => DataFolder.PortIn(folder) is { } port ? await HealthQuestion.AskAsync(port) : null;

    static int Tell(Terminal terminal, string folder, JsonObject? health)
    {
        if (health?["status"]?.GetValue<string>() is not { } status)
        {
            terminal.Error.WriteLine($"error: no BitGrid that runs on the data folder {folder} answers. Repair: look into its log; bitgrid doctor tells more.");
            return ExitCode.CheckFailed;
        }

        terminal.Line(status);
        foreach (JsonNode? problem in health["problems"]!.AsArray())
            terminal.Line($"{problem!["level"]}: {problem["code"]} {problem["subject"]}: {problem["message"]}");
        return status == "dead" ? ExitCode.CheckFailed : ExitCode.Fine;
    }
}
