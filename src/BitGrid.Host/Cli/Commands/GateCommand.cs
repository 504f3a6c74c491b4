using System.CommandLine;
using BitGrid.Engine.Explanation;
using BitGrid.Host.Cli.Views;
using BitGrid.Host.Gate;
using BitGrid.Host.Gate.Output;
using BitGrid.Host.Recordings.Output;

namespace BitGrid.Host.Cli.Commands;

/// <summary><c>bitgrid gate</c>: judges a change before it runs the house.</summary>
internal static class GateCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string> candidate = new("--candidate") { Description = "What is to be judged: a folder of configuration, an unpacked installation, or a tarball of one.", HelpName = "DIR|TARBALL", Required = true };
        Option<string?> candidateConfig = new("--candidate-config") { Description = "Configuration that an installation is judged with. Default: that of the house.", HelpName = "DIR" };
        Option<string?> baseline = new("--baseline") { Description = "What it is compared with. Default: this program with the configuration of the house.", HelpName = "DIR|TARBALL" };
        Option<string> config = CommonOptions.Config();
        Option<string?> plugins = CommonOptions.Plugins();
        Option<string> data = new("--data", "-d") { Description = "Recorded days: the data folder of the house, or files as for replay.", HelpName = "DIR|FILE", DefaultValueFactory = _ => "data" };
        Option<int?> days = new("--days") { Description = "Days to decide again, counted back from the last. Default: days in gates.yaml.", HelpName = "N" };
        Option<string?> report = new("--report") { Description = "File for the report as a page (.html).", HelpName = "FILE" };
        Option<string?> junit = new("--junit") { Description = "File for the findings as JUnit (.xml).", HelpName = "FILE" };
        Option<string[]> accept = new("--accept") { Description = "Name of a failure that is intended; several times for more.", HelpName = "ID" };
        Option<string?> because = new("--because") { Description = "Why it is intended; recorded beside the data.", HelpName = "TEXT" };
        Option<Language?> language = CommonOptions.Lang();
        Option<string> format = new("--format", "-f") { Description = "table: for reading; json: for programs.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");

        Command command = new("gate", "Judge a changed configuration, plugin or version on the house's own recorded days before it runs the house.")
        {
            candidate, candidateConfig, baseline, config, plugins, data, days, report, junit, accept, because, format, language,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(accept) is not null == string.IsNullOrWhiteSpace(result.GetValue(because)))
                result.AddError("gate: --accept ID and --because TEXT belong together.");
            if (result.GetResult(days) is { Tokens.Count: > 0 } && result.GetValue(days) is < 1 or > 3660)
                result.AddError("gate: --days must be between 1 and 3660.");
        });
        command.SetAction(result => Judge(
            terminal,
            new GateRequest
            {
                Candidate = result.GetRequiredValue(candidate),
                CandidateConfig = result.GetValue(candidateConfig),
                Baseline = result.GetValue(baseline),
                Config = result.GetRequiredValue(config),
                Plugins = result.GetValue(plugins),
                Data = result.GetRequiredValue(data),
                Days = result.GetValue(days),
                Accept = result.GetValue(accept) ?? [],
                Because = result.GetValue(because) ?? "",
                Language = CommonOptions.LanguageOf(result, language),
            },
            (result.GetValue(report), result.GetValue(junit), result.GetRequiredValue(format))));
        return command;
    }

    static int Judge(Terminal terminal, GateRequest request, (string? Report, string? Junit, string Format) output)
    {
        try
        {
            GateResult result = new GateJob(request, TimeProvider.System).Run();
            if (output.Report is { } page)
                GatePage.Of(result).Save(page);
            if (output.Junit is { } junit)
                JunitFile.Save(junit, result);
            if (output.Format == "json")
                terminal.Line(GateJson.Text(result));
            else
                GateView.Show(terminal, result);
            return result.Passes ? ExitCode.Fine : ExitCode.CheckFailed;
        }
        catch (Exception fault) when (fault is GateException or OutputException)
        {
            terminal.Error.WriteLine($"error: {fault.Message}");
            return ExitCode.BadInput;
        }
    }
}
