using System.CommandLine;
using System.Globalization;
using BitGrid.Host.Backup;
using BitGrid.Host.Configuration;
using BitGrid.Host.Service;
using Spectre.Console;

namespace BitGrid.Host.Cli.Commands;

/// <summary><c>bitgrid backup</c>: makes, lists, verifies and restores backups.</summary>
internal static class BackupCommand
{
    const double BytesPerMb = 1_000_000;

    public static Command Create(Terminal terminal) => new("backup", "Make, list, verify or restore backups of the database and the configuration.")
    {
        Make(terminal),
        List(terminal),
        Verify(terminal),
        Restore(terminal),
    };

    static Command Make(Terminal terminal)
    {
        Option<string> data = CommonOptions.Data();
        return OfFolder(terminal, "create", "Make a backup, also while the house runs.", "--to", data, (folder, result, config) =>
        {
            FoundBackup made = new BackupMaker(DataFolder.DatabaseIn(result.GetRequiredValue(data)), config, TimeProvider.System).Make(folder);
            terminal.Line(made.Path);
            return ExitCode.Fine;
        });
    }

    static Command List(Terminal terminal) =>
        OfFolder(terminal, "list", "List the backups of a folder, the newest first.", "--in", more: null, (folder, _, _) =>
        {
            Table table = new() { Border = TableBorder.Rounded };
            table.AddColumns("backup", "age", "size", "version", "config_hash", "state");
            foreach (FoundBackup backup in folder.List())
            {
                BackupManifest? manifest = backup.Manifest();
                table.AddRow(
                    Markup.Escape(backup.Name),
                    Age(TimeProvider.System.GetUtcNow() - backup.Time),
                    Megabytes(backup.Bytes),
                    Markup.Escape(manifest?.ProgramVersion ?? ""),
                    Markup.Escape(manifest?.ConfigHash is { Length: > 12 } hash ? hash[..12] : ""),
                    backup.FindDamage() is null ? "ok" : "damaged");
            }

            terminal.Out.Write(table);
            return ExitCode.Fine;
        });

    static Command Verify(Terminal terminal)
    {
        Argument<string?> file = new("file") { Description = "The backup.", Arity = ArgumentArity.ZeroOrOne, HelpName = "FILE" };
        Option<bool> all = new("--all") { Description = "Every backup of the folder instead of one file." };
        Command command = OfFolder(terminal, "verify", "Check every file of a backup, and its database from the first page to the last.", "--in", all, (folder, result, _) =>
            VerifyAll(terminal, result.GetValue(file) is { } one ? [one] : [.. folder.List().Select(backup => backup.Path)]));
        command.Arguments.Add(file);
        command.Validators.Add(result =>
        {
            if (result.GetValue(file) is null != result.GetValue(all))
                result.AddError("backup verify: name either a FILE or --all.");
        });
        return command;
    }

    static int VerifyAll(Terminal terminal, string[] files)
    {
        int damaged = 0;
        foreach (string file in files)
        {
            try
            {
                BackupCheck.Run(file);
                terminal.Line($"{file}: ok");
            }
            catch (BackupException damage)
            {
                terminal.Error.WriteLine($"error: {damage.Message}");
                damaged++;
            }
        }

        if (files.Length == 0)
            terminal.Error.WriteLine("warning: there are no backups in the folder.");
        return damaged == 0 ? ExitCode.Fine : ExitCode.CheckFailed;
    }

    static Command Restore(Terminal terminal)
    {
        Argument<string> file = new("file") { Description = "The backup.", HelpName = "FILE" };
        Option<string> config = new("--to-config") { Description = "Folder for the configuration; what is there is kept aside.", HelpName = "DIR", Required = true };
        Option<string> data = new("--data", "-d") { Description = "Data folder for the database; what is there is kept aside.", HelpName = "DIR", Required = true };
        Command command = new("restore", "Put a backup back. BitGrid must not be running; if anything fails, all stays as it was.") { file, config, data };
        command.SetAction(result => Reported(terminal, () =>
        {
            using BackupReader backup = BackupReader.Open(result.GetRequiredValue(file));
            IReadOnlyList<string> aside = new BackupRestore(result.GetRequiredValue(config), result.GetRequiredValue(data), TimeProvider.System).Run(backup);
            TellWhatIsNext(terminal, backup.Manifest, aside, result.GetRequiredValue(config), result.GetRequiredValue(data));
            return ExitCode.Fine;
        }));
        return command;
    }

    static void TellWhatIsNext(Terminal terminal, BackupManifest manifest, IReadOnlyList<string> aside, string config, string data)
    {
        terminal.Line($"Restored: the house of {manifest.Created.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC, configuration {manifest.ConfigHash}.");
        foreach (string folder in aside)
            terminal.Line($"What was there before is in {folder}");
        terminal.Line("Next:");
        terminal.Line("- Passwords and certificates are in no backup: put back the files that *_file options of config.yaml name.");
        if (Environment.IsPrivilegedProcess)
            terminal.Line($"- Give the files to the user that runs BitGrid: chown -R USER: {config} {data}");
        terminal.Line($"- bitgrid doctor --config {config} --data {data}");
        terminal.Line("- Start BitGrid.");
    }

    // What create, list and verify share: a folder that is named, or that of the configuration.
    static Command OfFolder(Terminal terminal, string name, string description, string folderOption, Option? more, Func<BackupFolder, ParseResult, string, int> action)
    {
        Option<string?> folder = new(folderOption) { Description = "Folder of the backups. Default: backup.folder in config.yaml.", HelpName = "FOLDER" };
        Option<string> config = CommonOptions.Config();
        Option<string?> plugins = CommonOptions.Plugins();
        Command command = new(name, description) { folder };
        if (more is not null)
            command.Options.Add(more);
        command.Options.Add(config);
        command.Options.Add(plugins);
        command.SetAction(result => Reported(terminal, () =>
        {
            string configFolder = result.GetRequiredValue(config);
            // A file that is named needs no folder, and no configuration to find it.
            string? path = result.GetValue(folder) ?? (NamesFile(result) ? "" : Configured(configFolder, result.GetValue(plugins), folderOption, terminal));
            return path is null ? ExitCode.BadInput : action(new BackupFolder(path), result, configFolder);
        }));
        return command;
    }

    static bool NamesFile(ParseResult result) => result.CommandResult.Command.Arguments.Any(argument => result.GetResult(argument) is { Tokens.Count: > 0 });

    static string? Configured(string configFolder, string? pluginsFolder, string option, Terminal terminal)
    {
        if (House.LoadPlugins(pluginsFolder, terminal) is not { } plugins)
            return null;
        ConfigResult config = ConfigLoader.Load(configFolder, plugins.Offers, UnknownKeys.Warn);
        if (config.Configuration is not { } configuration)
        {
            terminal.Error.Write(config.Report());
            terminal.Error.WriteLine($"error: the configuration does not tell where backups are. Mend it, or name the folder with {option}.");
            return null;
        }

        if (configuration.Host.Backup.FolderFrom(configFolder) is { } folder)
            return folder;
        terminal.Error.WriteLine($"error: no folder for backups is set. Name one with {option}, or set backup.folder in config.yaml.");
        return null;
    }

    static int Reported(Terminal terminal, Func<int> action)
    {
        try
        {
            return action();
        }
        catch (BackupException fault)
        {
            terminal.Error.WriteLine($"error: {fault.Message}");
            return ExitCode.BadInput;
        }
    }

    static string Age(TimeSpan age) => age.TotalDays >= 2
        ? string.Create(CultureInfo.InvariantCulture, $"{age.TotalDays:0} days")
        : string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0.0} h");

    static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / BytesPerMb:0.00} MB");
}
