using System.CommandLine;
using BitGrid.Host.Cli.Commands;

namespace BitGrid.Host.Cli;

/// <summary>The command line of <c>bitgrid</c>.</summary>
internal static class BitGridCommand
{
    /// <summary>Runs one command line and returns its exit code (<see cref="ExitCode"/>).</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        ParseResult parsed = Root(terminal).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (string message in parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal))
                terminal.Error.WriteLine($"error: {message}");
            terminal.Error.WriteLine($"See: {Path(parsed)} --help");
            return ExitCode.BadUsage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Out.Profile.Out.Writer,
            Error = terminal.Error,
        });
    }

    static RootCommand Root(Terminal terminal)
    {
        RootCommand root = new("BitGrid decides once every ten minutes whether a flexible load runs, and explains it.\nExit codes: 0 fine, 1 the check failed, 2 bad usage, 3 bad input.")
        {
            RunCommand.Create(terminal),
            PlayCommand.Create(terminal),
            ReplayCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            KpiCommand.Create(terminal),
            SimulateCommand.Create(terminal),
            TuneCommand.Create(terminal),
            FleetCommand.Create(terminal),
            MergeCommand.Create(terminal),
            ConfigCommand.Create(terminal),
            BackupCommand.Create(terminal),
            UpdateCommand.Create(terminal),
            DoctorCommand.Create(terminal),
            HealthCommand.Create(terminal),
            UserCommand.Create(terminal),
            ScenariosCommand.Create(terminal),
            GateCommand.Create(terminal),
            PluginsCommand.Create(terminal),
            VersionCommand.Create(terminal),
        };
        root.HelpName = "bitgrid"; // whatever the file of the program is called
        return root;
    }

    static string Path(ParseResult parsed)
    {
        Stack<string> names = new();
        for (System.CommandLine.Parsing.SymbolResult? result = parsed.CommandResult; result is System.CommandLine.Parsing.CommandResult command; result = result.Parent)
            names.Push(command.Command is RootCommand ? "bitgrid" : command.Command.Name);
        return string.Join(' ', names);
    }
}
