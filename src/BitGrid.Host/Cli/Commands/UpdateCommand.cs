using System.CommandLine;
using BitGrid.Boot;
using BitGrid.Host.Update;

namespace BitGrid.Host.Cli.Commands;

/// <summary><c>bitgrid update</c>: another version of BitGrid, and the way back.</summary>
internal static class UpdateCommand
{
    public static Command Create(Terminal terminal) => new("update", "Look at, install or leave a version of BitGrid. A version that does not work is left by itself.")
    {
        Check(terminal),
        Apply(terminal),
        Status(terminal),
        Rollback(terminal),
        Retry(terminal),
    };

    static Command Check(Terminal terminal)
    {
        Argument<string> source = Source();
        Option<string> signers = Signers();
        Command command = new("check", "Say which version a release holds and whether it is genuine. Changes nothing.") { source, signers };
        command.SetAction((result, cancellation) => Reported(terminal, async places =>
        {
            ReleaseVersion version = await Updater(places, terminal).CheckAsync(result.GetRequiredValue(source), result.GetRequiredValue(signers), cancellation);
            int direction = ReleaseVersion.TryParse(ProductVersion.Text) is { } running ? version.ComparedWith(running) : 1;
            terminal.Line($"Version {ProductVersion.Text} runs; {version} is {direction switch { > 0 => "newer", < 0 => "older", _ => "the same" }}.");
        }));
        return command;
    }

    static Command Apply(Terminal terminal)
    {
        Argument<string> source = Source();
        Option<string> signers = Signers();
        Option<string> config = CommonOptions.Config();
        Option<string> data = CommonOptions.Data();
        Option<bool> downgrade = new("--allow-downgrade") { Description = "Install it although it is older than the one that runs." };
        Option<bool> skipGate = new("--skip-gate") { Description = "Do not ask this house's recorded days; takes --because." };
        Option<string[]> accept = new("--accept") { Description = "Name of a failure on the recorded days that is intended; several times for more; takes --because.", HelpName = "ID" };
        Option<string?> because = new("--because") { Description = "Why the recorded days are not asked, or their failures intended; it is kept.", HelpName = "REASON" };
        Command command = new("apply", "Install a release: check it, try it on this house's days, back up, start it, and go back if it does not work.") { source, config, data, signers, downgrade, accept, skipGate, because };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(skipGate) || result.GetValue(accept) is [_, ..]) == string.IsNullOrWhiteSpace(result.GetValue(because)))
                result.AddError("update apply: --because REASON belongs to --skip-gate or --accept, and they to it.");
        });
        command.SetAction((result, cancellation) => Reported(terminal, async places =>
        {
            UpdateRequest request = new(
                result.GetRequiredValue(source),
                result.GetRequiredValue(signers),
                Path.GetFullPath(result.GetRequiredValue(config)),
                Path.GetFullPath(result.GetRequiredValue(data)),
                result.GetValue(downgrade),
                result.GetValue(skipGate),
                result.GetValue(accept),
                result.GetValue(because));
            Updater updater = Updater(places, terminal);
            ReleaseVersion version = await updater.InstallAsync(request, cancellation);
            updater.Prune(await SettleAsync(places, terminal, version.Text, cancellation));
        }));
        return command;
    }

    static Command Status(Terminal terminal)
    {
        Command command = new("status", "Say which version runs, which one there is to go back to, and what happened.");
        command.SetAction((_, _) => Reported(terminal, places =>
        {
            terminal.Out.Profile.Out.Writer.Write(UpdateStatus.Text(places));
            return Task.CompletedTask;
        }));
        return command;
    }

    static Command Rollback(Terminal terminal) =>
        Wish(terminal, "rollback", "Go back to the version before.", state => state.Previous, "There is no version to go back to.");

    static Command Retry(Terminal terminal) =>
        Wish(terminal, "retry", "Try the version again that was left, once its cause is mended.", state => state.Failed?.Version ?? "", "No version was left.");

    static Command Wish(Terminal terminal, string name, string description, Func<BootState, string> choose, string nothing)
    {
        Command command = new(name, description);
        command.SetAction((_, cancellation) => Reported(terminal, async places =>
        {
            string version = choose(new LauncherAnswer(places).State);
            if (places.FolderOf(version) is null)
                throw new UpdateException($"{nothing} bitgrid update status shows what there is.");
            DurableFile.Write(places.WishFile, version);
            await SettleAsync(places, terminal, version, cancellation);
        }));
        return command;
    }

    static async Task<BootState> SettleAsync(BootPlaces places, Terminal terminal, string version, CancellationToken cancellation)
    {
        terminal.Line($"Version {version} is started. It has some minutes to become healthy, else the one before takes its place.");
        BootState state = await new LauncherAnswer(places).WaitAsync(version, cancellation);
        terminal.Line($"Version {version} runs.");
        return state;
    }

    static Updater Updater(BootPlaces places, Terminal terminal) => new(places, ProductVersion.Text, text => terminal.Line(text));

    static Argument<string> Source() => new("source")
    {
        Description = "A tarball, the folder that holds it with checksums.txt and checksums.txt.sig, or the address of that folder.",
        HelpName = "SOURCE",
    };

    static Option<string> Signers() => new("--signers")
    {
        Description = "File of the keys that count, as ssh-keygen has it. Default: the one this version came with.",
        HelpName = "FILE",
        DefaultValueFactory = _ => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "setup", "allowed_signers")),
    };

    static async Task<int> Reported(Terminal terminal, Func<BootPlaces, Task> action)
    {
        try
        {
            await action(BootPlaces.OfEnvironment() ?? throw new UpdateException("This BitGrid was not started by its launcher, so there are no other versions. Installed versions are started by bitgrid-launcher (docs/update.md)."));
            return ExitCode.Fine;
        }
        catch (UpdateException fault)
        {
            terminal.Error.WriteLine($"error: {fault.Message}");
            return ExitCode.CheckFailed;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"error: {failure.Message} Run it as root, with sudo.");
            return ExitCode.CheckFailed;
        }
    }
}
