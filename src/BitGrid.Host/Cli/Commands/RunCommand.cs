using System.CommandLine;
using BitGrid.Engine.Explanation;
using BitGrid.Host.Service;

namespace BitGrid.Host.Cli.Commands;

/// <summary><c>bitgrid run</c>: runs the house.</summary>
internal static class RunCommand
{
    const double MostBlocksPerSecond = 100;

    public static Command Create(Terminal terminal)
    {
        Option<string> config = CommonOptions.Config();
        Option<string?> plugins = CommonOptions.Plugins();
        Option<string> data = CommonOptions.Data();
        Option<Language?> language = CommonOptions.Lang();
        Option<DateTimeOffset?> from = new("--from") { Description = "Where the time of a fast house begins when nothing was kept yet. Default: now.", HelpName = "INSTANT" };
        Option<double?> speed = new("--speed") { Description = "Run a simulated house faster: blocks of ten minutes per second. Default: in real time.", HelpName = "N" };
        speed.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<double?>() is not (> 0 and <= MostBlocksPerSecond))
                result.AddError($"--speed {result.Tokens[0].Value}: this is no speed. Allowed: above 0, at most {MostBlocksPerSecond} blocks per second.");
        });

        Command command = new("run", "Run the house: read its devices, decide in every block, and act.") { config, plugins, data, speed, from, language };
        command.SetAction(async (result, cancellation) =>
        {
            RunRequest request = new(result.GetRequiredValue(config), result.GetValue(plugins), result.GetRequiredValue(data), result.GetValue(speed), result.GetValue(from));
            return await HouseProgram.RunAsync(request, CommonOptions.LanguageOf(result, language), terminal, cancellation);
        });
        return command;
    }
}
