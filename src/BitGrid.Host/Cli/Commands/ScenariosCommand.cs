using System.CommandLine;
using BitGrid.Engine.Explanation;
using BitGrid.Host.Cli.Views;
using BitGrid.Host.Scenarios;

namespace BitGrid.Host.Cli.Commands;

/// <summary><c>bitgrid scenarios</c>: plays the scenarios in a house and says what does not go as expected.</summary>
internal static class ScenariosCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> names = new("name") { Description = "Scenarios to play, by name, and to tell block by block. Default: all.", HelpName = "NAME", Arity = ArgumentArity.ZeroOrMore };
        Option<string> config = CommonOptions.Config();
        Option<string?> plugins = CommonOptions.Plugins();
        Option<string[]> suites = new("--suite") { Description = "Folder of scenarios, several times for more. Default: those of BitGrid, and the folder scenarios of the configuration.", HelpName = "DIR" };
        Option<Language?> language = CommonOptions.Lang();
        Option<string> format = new("--format", "-f") { Description = "table: for reading; json: for programs.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");

        Command command = new("scenarios", "Play the scenarios with a configuration and its plugins, and say what does not go as expected.") { names, config, plugins, suites, format, language };
        command.SetAction(result =>
        {
            string folder = result.GetRequiredValue(config);
            string[] given = result.GetValue(suites) ?? [];
            return House.Open(folder, result.GetValue(plugins), terminal) is { } house
                ? Play(terminal, house, given.Length > 0 ? given : ScenarioSuite.FoldersOf(folder), result.GetValue(names) ?? [], result.GetRequiredValue(format), CommonOptions.LanguageOf(result, language))
                : ExitCode.BadInput;
        });
        return command;
    }

    static int Play(Terminal terminal, House house, string[] suites, string[] names, string format, Language language)
    {
        try
        {
            Scenario[] scenarios = [.. ScenarioSuite.Read(suites).Where(scenario => names.Length == 0 || names.Contains(scenario.Id, StringComparer.Ordinal))];
            if (names.Except(scenarios.Select(scenario => scenario.Id)).FirstOrDefault() is { } unknown)
                throw new ScenarioException($"{unknown}: there is no such scenario in {string.Join(", ", suites)}. Names are those of the files, without .md.");
            IReadOnlyList<ScenarioResult> results = ScenarioSuite.Run(scenarios, house.Configuration, house.Engine);
            if (format == "json")
                terminal.Line(ScenarioJson.Text(results));
            else
                ScenarioView.Show(terminal, results, inDetail: names.Length > 0, language);
            house.ReportFaults(terminal);
            return results.Any(result => result.Verdict == ScenarioVerdict.Failed) ? ExitCode.CheckFailed : ExitCode.Fine;
        }
        catch (ScenarioException fault)
        {
            terminal.Error.WriteLine($"error: {fault.Message}");
            return ExitCode.BadInput;
        }
    }
}
