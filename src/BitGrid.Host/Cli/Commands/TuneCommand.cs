using System.CommandLine;
using BitGrid.Engine.Explanation;
using BitGrid.Host.Shards;
using BitGrid.Host.Tuning;

namespace BitGrid.Host.Cli.Commands;

/// <summary><c>bitgrid tune</c>: lives through the same series with other settings and shows which are worth it.</summary>
internal static class TuneCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string[]> data = SimulateCommand.Data();
        Option<Parameter[]> set = Set();
        Option<string> config = CommonOptions.Config();
        Option<string?> plugins = CommonOptions.Plugins();
        Option<Language?> language = CommonOptions.Lang();
        Option<int?> random = new("--random") { Description = "Try only so many combinations, picked by the seed.", HelpName = "N" };
        Option<ulong> seed = new("--seed") { Description = "Decides every chance: the same seed gives the same result.", DefaultValueFactory = _ => 1 };
        Option<bool> exchange = SimulateCommand.ExchangePrice();
        Option<string> output = new("--output", "-o") { Description = "Parquet file for the results; when it is there already, the run goes on where it was.", HelpName = "FILE", Required = true };
        Option<string?> report = new("--report") { Description = "HTML file with charts and the table.", HelpName = "FILE" };
        Option<string?> patch = new("--patch") { Description = "File for the keys to change, as YAML.", HelpName = "FILE" };
        Option<long?> point = new("--point") { Description = "Number of the point for the patch, instead of the recommended one.", HelpName = "N" };
        Option<Shard> shard = CommonOptions.Share("Try only every n-th combination, beginning with the i-th. bitgrid merge makes one file of the n.");
        (Option<DateTimeOffset?> from, Option<DateTimeOffset?> to) = CommonOptions.FromTo();

        Command command = new("tune", "Live through series with other settings, on all cores, and show which combinations no other beats in value, switches and grid import.")
        {
            data, set, config, plugins, random, seed, exchange, from, to, output, report, patch, point, shard, language,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(random) < 1)
                result.AddError("--random needs a number of 1 or more.");
            double count = new ParameterSpace([.. result.GetResult(set)?.Tokens.Select(token => Parameter.Parse(token.Value)).OfType<Parameter>() ?? []]).Count;
            if (Math.Min(count, result.GetValue(random) ?? double.MaxValue) > ParameterSpace.MostPoints)
                result.AddError(FormattableString.Invariant($"--set: {count:0} combinations are too many. Allowed: up to {ParameterSpace.MostPoints}. Add --random N, or name fewer values."));
        });
        command.SetAction(result => new TuneJob(
            terminal,
            new TuneRequest
            {
                Data = result.GetRequiredValue(data),
                Config = result.GetRequiredValue(config),
                Plugins = result.GetValue(plugins),
                Parameters = result.GetRequiredValue(set),
                Random = result.GetValue(random),
                Seed = result.GetValue(seed),
                IsExchangePrice = result.GetValue(exchange),
                Period = CommonOptions.PeriodOf(result, from, to),
                Output = result.GetRequiredValue(output),
                ReportFile = result.GetValue(report),
                PatchFile = result.GetValue(patch),
                Point = result.GetValue(point),
                Shard = result.GetValue(shard),
                Language = CommonOptions.LanguageOf(result, language),
            }).Run());
        return command;
    }

    static Option<Parameter[]> Set() => new("--set")
    {
        Description = "A setting and the values to try: rules.R5.hold_blocks=0..4, rules.R1.surplus_min_kw=1..3:0.5 or policy=hodl-first,adaptive; several make all combinations.",
        HelpName = "KEY=VALUES",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result =>
        {
            List<Parameter> parameters = [];
            foreach (string text in result.Tokens.Select(token => token.Value))
            {
                if (Parameter.Parse(text) is { } parameter)
                    parameters.Add(parameter);
                else
                    result.AddError($"--set {text}: this names no values. Allowed: {Parameter.Allowed}.");
            }

            foreach (string twin in parameters.GroupBy(parameter => parameter.Key).Where(same => same.Count() > 1).Select(same => same.Key))
                result.AddError($"--set {twin} is given twice. Name all its values in one.");
            return [.. parameters];
        },
    };
}
