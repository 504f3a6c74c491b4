using System.CommandLine;
using System.Runtime.InteropServices;
using BitGrid.Host.Plugins;

namespace BitGrid.Host.Cli.Commands;

/// <summary><c>bitgrid version</c>: versions of the program and of what plugins are made against.</summary>
internal static class VersionCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("version", "Print the versions of the program, of its contracts and of the runtime.");
        command.SetAction(_ =>
        {
            terminal.Line($"bitgrid {ProductVersion.Text}");
            terminal.Line($"contracts {PluginCatalog.HostVersion.ToString(3)}");
            terminal.Line($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}");
            return ExitCode.Fine;
        });
        return command;
    }
}
