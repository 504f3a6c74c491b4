using System.CommandLine;
using BitGrid.Host.Plugins;
using Spectre.Console;

namespace BitGrid.Host.Cli.Commands;

/// <summary><c>bitgrid plugins</c>: what is installed, and whether it can be trusted.</summary>
internal static class PluginsCommand
{
    public static Command Create(Terminal terminal) => new("plugins", "List or verify the plugins.")
    {
        Verb(terminal, "list", "List every plugin with its status and what it offers.", _ => ExitCode.Fine),
        Verb(terminal, "verify", "The same, and exit with 1 unless every plugin is active or disabled on purpose.", IsSound),
    };

    static Command Verb(Terminal terminal, string name, string description, Func<PluginCatalog, int> exitCode)
    {
        Option<string?> plugins = CommonOptions.Plugins();
        Command command = new(name, description) { plugins };
        command.SetAction(result =>
        {
            if (House.LoadPlugins(result.GetValue(plugins), terminal) is not { } catalog)
                return ExitCode.BadInput;
            Show(terminal, catalog);
            return exitCode(catalog);
        });
        return command;
    }

    static int IsSound(PluginCatalog catalog) =>
        catalog.Plugins.All(plugin => plugin.Status is PluginStatus.Active or PluginStatus.Disabled) ? ExitCode.Fine : ExitCode.CheckFailed;

    static void Show(Terminal terminal, PluginCatalog catalog)
    {
        Table table = new() { Border = TableBorder.Rounded };
        table.AddColumns("plugin", "version", "status", "rules", "policies", "devices", "reason");
        foreach (PluginReport plugin in catalog.Plugins)
        {
            table.AddRow(
                Markup.Escape(plugin.Id),
                Markup.Escape(plugin.Version),
                plugin.Status.ToString().ToLowerInvariant(),
                Markup.Escape(string.Join(", ", plugin.Rules)),
                Markup.Escape(string.Join(", ", plugin.Policies)),
                Markup.Escape(string.Join(", ", plugin.Drivers)),
                Markup.Escape(plugin.Reason));
        }

        terminal.Out.Write(table);
    }
}
