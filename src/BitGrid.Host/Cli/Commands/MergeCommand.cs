using System.CommandLine;
using BitGrid.Engine.Explanation;
using BitGrid.Host.Recordings.Output;
using BitGrid.Host.Shards;

namespace BitGrid.Host.Cli.Commands;

/// <summary><c>bitgrid merge</c>: makes one file of those that the shards of a run have written.</summary>
internal static class MergeCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> parts = new("PART") { Description = "The files of all shards in any order, or the folder that holds them and nothing else.", Arity = ArgumentArity.OneOrMore };
        Option<string> output = new("--output", "-o") { Description = "Parquet file for the whole.", HelpName = "FILE", Required = true };
        Option<Language?> language = CommonOptions.Lang();
        Command command = new("merge", "Make one file of those that the shards of a replay, a fleet or a tune have written; byte for byte what one process would have written.")
        {
            parts, output, language,
        };
        command.SetAction(result =>
        {
            try
            {
                return Merge(terminal, result.GetRequiredValue(parts), result.GetRequiredValue(output), CommonOptions.LanguageOf(result, language));
            }
            catch (Exception fault) when (fault is InvalidDataException or OutputException)
            {
                terminal.Error.WriteLine($"error: {fault.Message}");
                return ExitCode.BadInput;
            }
        });
        return command;
    }

    static int Merge(Terminal terminal, IEnumerable<string> paths, string output, Language language)
    {
        List<ResultPart> parts = [];
        try
        {
            foreach (string path in paths.SelectMany(Files))
                parts.Add(ResultPart.Open(path));
            if (parts.Count == 0)
                throw new InvalidDataException($"{string.Join(", ", paths)}: holds no part. Allowed: .parquet files that shards have written. Repair: check the path.");
            return Merge(terminal, new ResultMerge(parts), output, language);
        }
        finally
        {
            parts.ForEach(part => part.Dispose());
        }
    }

    static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.parquet").Order(StringComparer.Ordinal) : [path];

    static int Merge(Terminal terminal, ResultMerge merge, string output, Language language)
    {
        string[] faults = [.. merge.Faults().Select(fault => $"error: {fault}")];
        foreach (string fault in faults)
            terminal.Error.WriteLine(fault);
        if (faults.Length > 0)
            return ExitCode.BadInput;

        using MergeSummary summary = new([.. merge.Columns.Select(column => column.Name)]);
        using ITableWriter<object?[]> whole = merge.OpenWhole(output);
        foreach (object?[] row in merge.Rows())
        {
            whole.Write(row);
            summary.Add(row);
        }

        whole.Complete();
        summary.Tell(terminal, language);
        return ExitCode.Fine;
    }
}
