using System.CommandLine;
using BitGrid.Engine.Explanation;
using BitGrid.Host.Simulation;

namespace BitGrid.Host.Cli.Commands;

/// <summary><c>bitgrid simulate</c>: lives through series of PV, load and price with BitGrid at the wheel, and with others.</summary>
internal static class SimulateCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string[]> data = Data();
        Option<string> config = CommonOptions.Config();
        Option<string?> plugins = CommonOptions.Plugins();
        Option<Language?> language = CommonOptions.Lang();
        Option<ulong> seed = new("--seed") { Description = "Decides every chance: the same seed gives the same result.", DefaultValueFactory = _ => 1 };
        Option<string[]> faults = new("--fault")
        {
            Description = $"What goes wrong, once in thirty days at a time that the seed decides: {string.Join(", ", FaultWords.All)}.",
            HelpName = "FAULT",
            Arity = ArgumentArity.OneOrMore,
        };
        faults.AcceptOnlyFromAmong(FaultWords.All);
        Option<bool> exchange = ExchangePrice();
        Option<string?> report = new("--report") { Description = "File for the report: .json for programs, .html for reading and printing.", HelpName = "FILE" };
        (Option<DateTimeOffset?> from, Option<DateTimeOffset?> to) = CommonOptions.FromTo();

        Command command = new("simulate", "Live through series of PV, load and price with BitGrid at the wheel, and compare it with off, always on, a naive switch and the optimum.")
        {
            data, config, plugins, seed, faults, exchange, from, to, report, language,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(report) is { } file && !SimulationFile.CanWrite(file))
                result.AddError($"--report {file}: the kind of file is not known. Allowed: a name that ends in .json or .html.");
        });
        command.SetAction(result => new SimulateJob(
            terminal,
            new SimulateRequest
            {
                Data = result.GetRequiredValue(data),
                Config = result.GetRequiredValue(config),
                Plugins = result.GetValue(plugins),
                Seed = result.GetValue(seed),
                Faults = FaultWords.Of(result.GetValue(faults) ?? []),
                IsExchangePrice = result.GetValue(exchange),
                ReportFile = result.GetValue(report),
                Period = CommonOptions.PeriodOf(result, from, to),
                Language = CommonOptions.LanguageOf(result, language),
            }).Run());
        return command;
    }

    /// <summary>The series to live through.</summary>
    public static Option<string[]> Data() => new("--data", "-d")
    {
        Description = "Series of PV, load, price and forecast as .csv or .csv.gz, or what BitGrid has kept (.parquet, .db, a data folder); several are joined by time.",
        HelpName = "FILE|FOLDER",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>What the price of the series is.</summary>
    public static Option<bool> ExchangePrice() => new("--exchange-price") { Description = "The price of the series is that of an exchange: fees and tax of the section simulation are added." };
}
