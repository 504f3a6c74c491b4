using System.CommandLine;
using BitGrid.Engine;
using BitGrid.Engine.Explanation;
using BitGrid.Engine.Kpis;
using BitGrid.Engine.Replay;
using BitGrid.Host.Cli.Views;
using BitGrid.Host.Recordings;

namespace BitGrid.Host.Cli.Commands;

/// <summary><c>bitgrid kpi</c>: the key figures of a recording, without the decisions.</summary>
internal static class KpiCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string> input = CommonOptions.Input();
        Option<string> config = CommonOptions.Config();
        Option<string?> plugins = CommonOptions.Plugins();
        Option<Language?> language = CommonOptions.Lang();
        Option<string> format = new("--format", "-f") { Description = "table: the period, for reading; json: the period and each day.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        (Option<DateTimeOffset?> from, Option<DateTimeOffset?> to) = CommonOptions.FromTo();

        Command command = new("kpi", "Print the key figures of a recording under the present rules.") { input, config, plugins, format, from, to, language };
        command.SetAction(result =>
        {
            if (House.Open(result.GetRequiredValue(config), result.GetValue(plugins), terminal) is not { } house)
                return ExitCode.BadInput;
            InputReport report = new();
            KpiReport figures = Calculate(house, new RecordingReader(house.Configuration.Site, report, CommonOptions.PeriodOf(result, from, to)).Read(result.GetRequiredValue(input)));
            terminal.Error.WriteLine(report);
            house.ReportFaults(terminal);
            if (report.IsBad)
                return ExitCode.BadInput;

            if (result.GetValue(format) == "json")
                terminal.Line(KpiFile.Text(figures));
            else
                KpiView.Show(terminal, figures.Period, CommonOptions.LanguageOf(result, language));
            return ExitCode.Fine;
        });
        return command;
    }

    static KpiReport Calculate(House house, IEnumerable<ReplayRow> rows)
    {
        KpiCalculator kpis = new(house.Configuration.Site, house.Configuration.ThermalLimitC);
        foreach (Decision[] decisions in new Replayer(house.Engine, house.Configuration.Site).Run(rows))
            kpis.Add(decisions, house.Engine);
        return kpis.Report();
    }
}
