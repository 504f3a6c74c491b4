using System.CommandLine;
using BitGrid.Engine;
using BitGrid.Engine.Explanation;
using BitGrid.Engine.Kpis;
using BitGrid.Engine.Replay;
using BitGrid.Host.Cli.Views;
using BitGrid.Host.Recordings;
using Spectre.Console;

namespace BitGrid.Host.Cli.Commands;

/// <summary><c>bitgrid play</c>: plays a recorded house at speed, with every decision and its reason.</summary>
internal static class PlayCommand
{
    const double MostBlocksPerSecond = 1000;

    public static Command Create(Terminal terminal)
    {
        Option<string> input = CommonOptions.Input();
        Option<string> config = CommonOptions.Config();
        Option<string?> plugins = CommonOptions.Plugins();
        Option<Language?> language = CommonOptions.Lang();
        (Option<DateTimeOffset?> from, Option<DateTimeOffset?> to) = CommonOptions.FromTo();
        Option<double> speed = new("--speed") { Description = "Blocks per second.", HelpName = "N", DefaultValueFactory = _ => 1 };
        speed.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= MostBlocksPerSecond))
                result.AddError($"--speed {result.Tokens[0].Value}: this is no speed. Allowed: above 0, at most {MostBlocksPerSecond} blocks per second.");
        });

        Command command = new("play", "Play a recorded house through the rules, block by block, and show what is decided and why.") { input, config, plugins, from, to, speed, language };
        command.SetAction(async (result, cancellation) =>
        {
            if (House.Open(result.GetRequiredValue(config), result.GetValue(plugins), terminal) is not { } house)
                return ExitCode.BadInput;
            InputReport report = new();
            IEnumerable<ReplayRow> rows = new RecordingReader(house.Configuration.Site, report, CommonOptions.PeriodOf(result, from, to)).Read(result.GetRequiredValue(input));
            Language spoken = CommonOptions.LanguageOf(result, language);
            KpiReport kpis = await PlayAsync(terminal, house, rows, TimeSpan.FromSeconds(1 / result.GetRequiredValue(speed)), spoken, cancellation);
            terminal.Error.WriteLine(report);
            house.ReportFaults(terminal);
            if (report.IsBad)
                return ExitCode.BadInput;
            KpiView.Show(terminal, kpis.Period, spoken);
            return ExitCode.Fine;
        });
        return command;
    }

    static async Task<KpiReport> PlayAsync(Terminal terminal, House house, IEnumerable<ReplayRow> rows, TimeSpan blockLasts, Language language, CancellationToken cancellation)
    {
        PlaybackView view = new(house.Engine, language, house.Configuration.Site.TimeZone);
        KpiCalculator kpis = new(house.Configuration.Site, house.Configuration.ThermalLimitC);
        if (!terminal.Interactive)
        {
            await EachBlockAsync(decision => terminal.Line(view.Line(decision)));
            return kpis.Report();
        }

        await terminal.Out.Live(new Text("")).StartAsync(live => EachBlockAsync(decision =>
        {
            live.UpdateTarget(view.Picture(decision));
            live.Refresh();
        }));
        return kpis.Report();

        async Task EachBlockAsync(Action<Decision> show)
        {
            foreach (Decision[] decisions in new Replayer(house.Engine, house.Configuration.Site).Run(rows))
            {
                kpis.Add(decisions, [.. decisions.Select(house.Engine.Describe)]);
                foreach (Decision decision in decisions)
                    show(decision);
                await Task.Delay(blockLasts, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (cancellation.IsCancellationRequested)
                    return;
            }
        }
    }
}
