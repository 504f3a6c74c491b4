using System.Text;
using BitGrid.Engine.Replay;
using BitGrid.Host.Recordings.Fields;
using BitGrid.Host.Shards;
using static BitGrid.Host.Recordings.Output.OutputColumns;

namespace BitGrid.Host.Recordings.Output;

/// <summary>Files of decisions.</summary>
internal static class DecisionOutput
{
    /// <summary>Name of the column that holds the canonical line.</summary>
    public const string Record = "record";

    /// <summary>Rows of a group. A canonical line has some 3 kB: 10 MB of characters per group. Larger groups compress no better and write more slowly.</summary>
    public const int RowsPerGroup = 2048;

    /// <summary>Opens a file of decisions.</summary>
    /// <param name="path">Path, or <c>-</c> for standard output; <c>.gz</c> at its end compresses.</param>
    /// <param name="format">How to write.</param>
    /// <param name="explain">Says a decision as a sentence; <see langword="null"/> for no such column.</param>
    /// <param name="label">Says at the end what the file is; only Parquet takes a label.</param>
    /// <exception cref="OutputException">It cannot be opened.</exception>
    public static ITableWriter<DecisionRow> Open(string path, DecisionFormat format, Func<DecisionRecord, string>? explain = null, Func<ResultLabel>? label = null) => format switch
    {
        DecisionFormat.Jsonl => TableFile.Open<DecisionRow>(path, stream => new JsonLines(stream)),
        DecisionFormat.Csv => TableFile.Open(path, stream => new CsvTable<DecisionRow>(stream, [.. Columns(explain)])),
        _ => TableFile.OpenParquet(path, [.. Columns(explain), new LineOutput(Record)], RowsPerGroup, label),
    };

    /// <summary>The columns of a decision that stands beside the state it was taken on; <c>running</c> and <c>level</c> are the state's there.</summary>
    public static OutputColumn<DecisionRow>[] ColumnsBesideState =>
    [
        Text<DecisionRow>("action", row => Words.Of(row.Record.Action)),
        Text<DecisionRow>("reason_code", row => row.Record.Reason.Code),
        Text<DecisionRow>("deciding_rule", row => row.Record.DecidingRule),
        Flag<DecisionRow>("new_running", row => row.Record.NewState.Running),
        Integer<DecisionRow>("new_level", row => row.Record.NewState.Level),
        .. Outcome,
        Text<DecisionRow>(Record, row => Encoding.UTF8.GetString(row.Line.Span)),
    ];

    static IEnumerable<OutputColumn<DecisionRow>> Columns(Func<DecisionRecord, string>? explain) =>
    [
        Integer<DecisionRow>(RecordingFields.BlockId, row => row.Record.Block.Id),
        Instant<DecisionRow>(RecordingFields.WindowStart, row => row.Record.Block.WindowStart),
        Text<DecisionRow>(RecordingFields.LoadId, row => row.Record.LoadId),
        Text<DecisionRow>("trigger", row => Words.Of(row.Record.Trigger)),
        Text<DecisionRow>("action", row => Words.Of(row.Record.Action)),
        Text<DecisionRow>("reason_code", row => row.Record.Reason.Code),
        Text<DecisionRow>("deciding_rule", row => row.Record.DecidingRule),
        Flag<DecisionRow>(RecordingFields.Running, row => row.Record.NewState.Running),
        Integer<DecisionRow>(RecordingFields.Level, row => row.Record.NewState.Level),
        .. Outcome,
        .. explain is null ? [] : (OutputColumn<DecisionRow>[])[Text<DecisionRow>("explanation", row => explain(row.Record))],
    ];

    static OutputColumn<DecisionRow>[] Outcome =>
    [
        Text<DecisionRow>("preferred_path", row => Words.Of(row.Record.EnergyPath.Preferred)),
        Integer<DecisionRow>("target_level", row => row.Record.EnergyPath.TargetLevel),
        Integer<DecisionRow>("valid_until_block", row => row.Record.ValidUntil.Id),
        Flag<DecisionRow>("is_override", row => row.Record.IsOverride),
        Text<DecisionRow>("command_id", row => row.Record.CommandId),
    ];
}
