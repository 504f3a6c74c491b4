using System.CommandLine;
using System.Globalization;
using BitGrid.Engine;
using BitGrid.Engine.Explanation;
using BitGrid.Engine.Replay;
using BitGrid.Host.Cli.Views;
using BitGrid.Host.Recordings;

namespace BitGrid.Host.Cli.Commands;

/// <summary><c>bitgrid explain</c>: one block of a recording, with every vote and what would have to change.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<Block> block = new("block")
        {
            Description = "Block number, or any instant in the block (2025-06-21T12:10:00Z, UTC when no offset is given).",
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (TryBlock(text, out Block parsed))
                    return parsed;
                result.AddError($"{text}: this is no block. Allowed: a block number, or an instant such as 2025-06-21T12:10:00Z.");
                return default;
            },
        };
        Option<string> input = CommonOptions.Input();
        Option<string> config = CommonOptions.Config();
        Option<string?> plugins = CommonOptions.Plugins();
        Option<string?> load = new("--load") { Description = "The load; default: all of the site.", HelpName = "ID" };
        Option<bool> asRecorded = new("--as-recorded") { Description = "Take running, level and blocks_since_change of every row, not only of the first." };
        Option<Language?> language = CommonOptions.Lang();

        Command command = new("explain", "Explain one block of a recording: the decision, all votes, and what would have to change.") { block, input, config, plugins, load, asRecorded, language };
        command.SetAction(result =>
        {
            if (House.Open(result.GetRequiredValue(config), result.GetValue(plugins), terminal) is not { } house)
                return ExitCode.BadInput;
            InputReport report = new();
            Block wanted = result.GetRequiredValue(block);
            // Memory runs from the first row on, so all blocks before the wanted one are decided too.
            IEnumerable<ReplayRow> rows = new RecordingReader(house.Configuration.Site, report, new Period(null, wanted.Plus(1))).Read(result.GetRequiredValue(input));
            Replayer replayer = new(house.Engine, house.Configuration.Site, result.GetValue(asRecorded));
            Decision[] decisions = [.. replayer.Run(rows).SelectMany(step => step).Where(decision => decision.Situation.State.Block == wanted)];
            return Show(terminal, house, report, decisions, wanted, result.GetValue(load), CommonOptions.LanguageOf(result, language));
        });
        return command;
    }

    static int Show(Terminal terminal, House house, InputReport report, Decision[] decisions, Block wanted, string? load, Language language)
    {
        if (report.IsBad)
        {
            terminal.Error.WriteLine(report);
            return ExitCode.BadInput;
        }

        Decision[] shown = [.. decisions.Where(decision => load is null || decision.Situation.Load.Id == load)];
        if (shown.Length == 0)
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"error: the recording has nothing for block {wanted.Id} ({wanted.WindowStart:yyyy-MM-ddTHH:mm:ssZ}){(load is null ? "" : $" and load {load}")}. {report}"));
            return ExitCode.BadInput;
        }

        DecisionView view = new(terminal, house.Engine, language);
        foreach (Decision decision in shown)
            view.Show(decision);
        house.ReportFaults(terminal);
        return ExitCode.Fine;
    }

    static bool TryBlock(string text, out Block block)
    {
        bool isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id);
        bool isInstant = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant);
        block = isNumber ? new Block(id) : Block.At(instant);
        return isNumber || isInstant;
    }
}
