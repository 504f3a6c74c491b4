using System.CommandLine;
using BitGrid.Engine.Explanation;
using BitGrid.Host.Shards;

namespace BitGrid.Host.Cli.Commands;

/// <summary><c>bitgrid replay</c>: plays recorded states through the rules and says what they would have decided.</summary>
internal static class ReplayCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string> input = CommonOptions.Input();
        Option<string> config = CommonOptions.Config();
        Option<string?> plugins = CommonOptions.Plugins();
        Option<Language?> language = CommonOptions.Lang();
        Option<string?> output = new("--output", "-o") { Description = "File for the decisions; - for standard output.", HelpName = "FILE" };
        Option<string> format = new("--format", "-f")
        {
            Description = "table: what changed, for reading; jsonl: every decision, as a canonical record; csv: every decision, for spreadsheets; parquet: both.",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("table", "jsonl", "csv", "parquet");
        Option<string?> verify = new("--verify")
        {
            Description = "Compare with recorded decisions: those in the input, or those of a file (.jsonl, .jsonl.gz or .parquet); implies --as-recorded.",
            HelpName = "RECORDED",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<bool> asRecorded = new("--as-recorded") { Description = "Take running, level and blocks_since_change of every row, not only of the first, and decide rows between ticks too." };
        Option<string?> kpi = new("--kpi") { Description = "File for the KPIs of the period and of each day, as JSON.", HelpName = "FILE" };
        Option<Shard> shard = CommonOptions.Share("Write only the decisions of every n-th day, beginning with the i-th; needs --format parquet. bitgrid merge makes one file of the n.");
        (Option<DateTimeOffset?> from, Option<DateTimeOffset?> to) = CommonOptions.FromTo();

        Command command = new("replay", "Play recorded states through the rules and print what they decide, the KPIs and the decision fingerprint.")
        {
            input, config, plugins, output, format, verify, asRecorded, kpi, from, to, shard, language,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(format) == "parquet" && result.GetValue(output) is null or "-")
                result.AddError("--format parquet needs a file: add --output FILE.");
            if (result.GetValue(shard).Count > 1 && (result.GetValue(format) != "parquet" || result.GetResult(verify) is not null))
                result.AddError("--shard writes a part of a Parquet file: add --format parquet --output FILE, and leave out --verify.");
        });
        command.SetAction(result => new ReplayJob(
            terminal,
            new ReplayRequest
            {
                Input = result.GetRequiredValue(input),
                Config = result.GetRequiredValue(config),
                Plugins = result.GetValue(plugins),
                Output = result.GetValue(output),
                Format = result.GetRequiredValue(format),
                IsVerified = result.GetResult(verify) is not null,
                Verify = result.GetValue(verify),
                AsRecorded = result.GetValue(asRecorded) || result.GetResult(verify) is not null,
                KpiFile = result.GetValue(kpi),
                Period = CommonOptions.PeriodOf(result, from, to),
                Shard = result.GetValue(shard),
                Language = CommonOptions.LanguageOf(result, language),
            }).Run());
        return command;
    }
}
