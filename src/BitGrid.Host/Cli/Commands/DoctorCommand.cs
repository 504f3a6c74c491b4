using System.CommandLine;
using System.Text.Json.Nodes;
using BitGrid.Host.Configuration;
using BitGrid.Host.Doctor;
using BitGrid.Host.Plugins;
using Spectre.Console;

namespace BitGrid.Host.Cli.Commands;

/// <summary><c>bitgrid doctor</c>: what is wrong with a house, and how to mend it.</summary>
internal static class DoctorCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string> config = CommonOptions.Config();
        Option<string?> plugins = CommonOptions.Plugins();
        Option<string> data = CommonOptions.Data();
        Option<string> format = new("--format") { Description = "table, or json for a program.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        Command command = new("doctor", "Look at everything a house relies on, say what is wrong, and how to mend it. Changes nothing.") { config, plugins, data, format };
        command.SetAction(async (result, _) =>
        {
            if (House.LoadPlugins(result.GetValue(plugins), terminal) is not { } catalog)
                return ExitCode.BadInput;
            string configFolder = result.GetRequiredValue(config);
            Patient patient = new(
                configFolder, Path.GetFullPath(result.GetRequiredValue(data)), PluginFolder.Default(result.GetValue(plugins)), catalog, ConfigLoader.Load(configFolder, catalog.Offers));
            IReadOnlyList<Finding> findings = await HouseDoctor.ExamineAsync(patient);
            Show(terminal, findings, result.GetRequiredValue(format));
            return findings.Any(finding => finding.Level == FindingLevel.Fault) ? ExitCode.CheckFailed : ExitCode.Fine;
        });
        return command;
    }

    static void Show(Terminal terminal, IReadOnlyList<Finding> findings, string format)
    {
        if (format == "json")
        {
            terminal.Line(new JsonArray([.. findings.Select(Json)]).ToJsonString());
            return;
        }

        Table table = new() { Border = TableBorder.Rounded };
        table.AddColumns("", "what", "finding", "repair");
        foreach (Finding finding in findings)
            table.AddRow(Mark(finding.Level), Markup.Escape(finding.Subject), Markup.Escape(finding.Text), Markup.Escape(finding.Repair));
        terminal.Out.Write(table);
    }

    static string Mark(FindingLevel level) => level switch
    {
        FindingLevel.Ok => "[green]✓[/]",
        FindingLevel.Warning => "[yellow]![/]",
        _ => "[red]✗[/]",
    };

    static JsonObject Json(Finding finding) => new()
    {
        ["level"] = finding.Level.ToString().ToLowerInvariant(),
        ["subject"] = finding.Subject,
        ["text"] = finding.Text,
        ["repair"] = finding.Repair,
    };
}
