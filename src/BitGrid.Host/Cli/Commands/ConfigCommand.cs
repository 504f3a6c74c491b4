using System.CommandLine;
using BitGrid.Host.Configuration;
using BitGrid.Host.Configuration.Schemas;
using BitGrid.Host.Plugins;
using Spectre.Console;

namespace BitGrid.Host.Cli.Commands;

/// <summary><c>bitgrid config</c>: checks, shows, names and describes the configuration.</summary>
internal static class ConfigCommand
{
    public static Command Create(Terminal terminal) => new("config", "Check, show, name or describe the configuration.")
    {
        Verb(terminal, "check", "Report every fault of all files, with line, allowed values and repair.", Check),
        Verb(terminal, "show", "Print every setting in force, and where it comes from.", Show),
        Verb(terminal, "hash", "Print the hash of the folder: what `sha256sum *.yaml | sha256sum` prints there.", Hash),
        Schema(terminal),
        Apply(terminal),
    };

    static Command Verb(Terminal terminal, string name, string description, Func<Terminal, ConfigResult, int> action)
    {
        Option<string> config = CommonOptions.Config();
        Option<string?> plugins = CommonOptions.Plugins();
        Command command = new(name, description) { config, plugins };
        command.SetAction(result => House.LoadPlugins(result.GetValue(plugins), terminal) is { } catalog
            ? action(terminal, ConfigLoader.Load(result.GetRequiredValue(config), catalog.Offers))
            : ExitCode.BadInput);
        return command;
    }

    static Command Apply(Terminal terminal)
    {
        Option<string> config = CommonOptions.Config();
        Option<string?> plugins = CommonOptions.Plugins();
        Option<string> data = CommonOptions.Data();
        Command command = new("apply", "Have the running house take up the changed configuration: the whole of it, or nothing.") { config, plugins, data };
        command.SetAction(async (result, _) =>
        {
            if (House.LoadPlugins(result.GetValue(plugins), terminal) is not { } catalog)
                return ExitCode.BadInput;
            ConfigResult read = ConfigLoader.Load(result.GetRequiredValue(config), catalog.Offers);
            terminal.Error.Write(read.Report());
            return await new ConfigApply(terminal, result.GetRequiredValue(data)).RunAsync(read);
        });
        return command;
    }

    static int Check(Terminal terminal, ConfigResult config)
    {
        terminal.Error.Write(config.Report());
        if (config.Configuration is not { } configuration)
        {
            int errors = config.Faults.Length - config.Warnings.Count();
            terminal.Error.WriteLine(errors == 1 ? "1 error" : $"{errors} errors");
            return ExitCode.CheckFailed;
        }

        terminal.Line($"The configuration is fine: {configuration.Rules.Length} rules, policy {configuration.Policy.Id}, hash {configuration.ConfigHash}");
        return ExitCode.Fine;
    }

    static int Show(Terminal terminal, ConfigResult config)
    {
        terminal.Error.Write(config.Report());
        if (config.Configuration is not { } configuration)
            return ExitCode.BadInput;
        Table table = new() { Border = TableBorder.Rounded };
        table.AddColumns("setting", "value", "unit", "from");
        foreach (EffectiveSetting setting in configuration.Settings)
            table.AddRow(Markup.Escape(setting.Key), Markup.Escape(setting.Value), Markup.Escape(setting.Unit), setting.Source);
        terminal.Out.Write(table);
        return ExitCode.Fine;
    }

    static int Hash(Terminal terminal, ConfigResult config)
    {
        if (config.Configuration is not { } configuration)
        {
            terminal.Error.Write(config.Report());
            return ExitCode.BadInput;
        }

        terminal.Line(configuration.ConfigHash);
        return ExitCode.Fine;
    }

    static Command Schema(Terminal terminal)
    {
        Option<string?> plugins = CommonOptions.Plugins();
        Option<string?> output = new("--output", "-o") { Description = "Folder for the schema files; without it they are printed.", HelpName = "DIR" };
        Command command = new("schema", "Write the JSON Schemas of the files, for editors and for people.") { plugins, output };
        command.SetAction(result =>
        {
            if (House.LoadPlugins(result.GetValue(plugins), terminal) is not { } catalog)
                return ExitCode.BadInput;
            foreach (SchemaFile schema in ConfigSchemas.All(catalog.Offers))
                Write(terminal, schema, result.GetValue(output));
            return ExitCode.Fine;
        });
        return command;
    }

    static void Write(Terminal terminal, SchemaFile schema, string? folder)
    {
        if (folder is null)
        {
            terminal.Line(schema.Json);
            return;
        }

        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, schema.Name);
        File.WriteAllText(path, schema.Json);
        terminal.Line(path);
    }
}
