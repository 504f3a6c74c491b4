using System.CommandLine;
using BitGrid.Engine.Explanation;
using BitGrid.Host.Fleet;
using BitGrid.Host.Shards;

namespace BitGrid.Host.Cli.Commands;

/// <summary><c>bitgrid fleet</c>: the key figures of many homes under the present rules.</summary>
internal static class FleetCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string> input = new("--input", "-i") { Description = "Folder with one recording, or one folder of recordings, per home.", HelpName = "FOLDER", Required = true };
        Option<string> output = new("--output", "-o") { Description = "Parquet file for the results: a row per home.", HelpName = "FILE", Required = true };
        Option<string> config = CommonOptions.Config();
        Option<string?> plugins = CommonOptions.Plugins();
        Option<Language?> language = CommonOptions.Lang();
        Option<bool> fingerprints = new("--fingerprint") { Description = "Make the fingerprint of every home's decisions too; takes ten times as long." };
        Option<Shard> shard = CommonOptions.Share("Play only every n-th home, beginning with the i-th. bitgrid merge makes one file of the n.");
        (Option<DateTimeOffset?> from, Option<DateTimeOffset?> to) = CommonOptions.FromTo();

        Command command = new("fleet", "Play the recordings of many homes through the rules, on all cores, and keep the key figures of each.")
        {
            input, output, config, plugins, fingerprints, from, to, shard, language,
        };
        command.SetAction(result => new FleetJob(
            terminal,
            new FleetRequest
            {
                Input = result.GetRequiredValue(input),
                Output = result.GetRequiredValue(output),
                Config = result.GetRequiredValue(config),
                Plugins = result.GetValue(plugins),
                Fingerprints = result.GetValue(fingerprints),
                Period = CommonOptions.PeriodOf(result, from, to),
                Shard = result.GetValue(shard),
                Language = CommonOptions.LanguageOf(result, language),
            }).Run());
        return command;
    }
}
