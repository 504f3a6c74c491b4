using System.Collections.Immutable;
using BitGrid.Engine.Intake;
using BitGrid.Engine.Replay;

namespace BitGrid.Host.Recordings.Fields;

/// <summary>Every column a recording can have.</summary>
internal static class RecordingFields
{
    public const string BlockId = "block_id";
    public const string WindowStart = "window_start";
    public const string LoadId = "load_id";
    public const string Running = "running";
    public const string Level = "level";
    public const string BlocksSinceChange = "blocks_since_change";
    public const string Quality = "quality";
    public const string Stale = "stale";
    public const string ConfigHash = "config_hash";
    public const string Missing = "missing";
    public const string Trigger = "trigger";
    public const string Time = "time";
    public const string SurplusLeftW = "surplus_left_w";
    public const string OverrideRun = "override_run";
    public const string OverrideLevel = "override_level";
    public const string OverrideFirstBlock = "override_first_block";
    public const string OverrideBlocks = "override_blocks";
    public const string Memories = "memories";

    /// <summary>Columns of a decision that may stand in the same file as the state it was taken on.</summary>
    public static readonly ImmutableArray<string> OfDecisions =
    [
        "action", "reason_code", "deciding_rule", "new_running", "new_level", "preferred_path", "target_level", "valid_until_block",
        "is_override", "command_id", "explanation", "record",
    ];

    /// <summary>Stands between the values of a series.</summary>
    public const char Between = '|';

    // Year 9999, the last that has an instant.
    const long LastBlockId = 253_402_300_799 / Block.Seconds;

    static readonly Dictionary<string, RecordingField> ByName = All().ToDictionary(field => field.Name);

    /// <summary>The column of that name, or <see langword="null"/>.</summary>
    public static RecordingField? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Words for the quality of a state.</summary>
    public static string Of(DataQuality quality) => quality switch
    {
        DataQuality.Ok => "ok",
        DataQuality.Degraded => "degraded",
        _ => "invalid",
    };

    static IEnumerable<RecordingField> All() =>
    [
        new IntegerField(BlockId, 0, LastBlockId, (row, id) => row.BlockId = id),
        new InstantField(WindowStart, (row, instant) => row.WindowStart = instant),
        new TextField(LoadId, "the name of a load", (row, text) => Set(row.Raw.LoadId = row.Words.Of(text))),
        .. Enum.GetValues<Reading>().Select(reading => new ReadingField(reading)),
        new TextField(ReadingNames.ForecastSurplusW, "numbers with a decimal point, separated by |", TrySetForecast),
        new IgnoredField("surplus_w"),
        new FlagField(Running, (row, running) => row.Running = running),
        new IntegerField(Level, 0, int.MaxValue, (row, level) => row.Level = (int)level),
        new IntegerField(BlocksSinceChange, 0, int.MaxValue, (row, blocks) => row.BlocksSinceChange = (int)Math.Min(blocks, LoadStatus.LongSince)),
        new TextField(Quality, "ok, degraded, invalid, or nothing", TrySetQuality),
        new TextField(Missing, "names of readings, separated by |", (row, text) => Set(row.Raw.Missing = Split(text))),
        new TextField(Stale, "names of readings, separated by |", (row, text) => Set(row.Raw.Stale = Split(text))),
        new TextField(ConfigHash, "64 hexadecimal digits", (row, text) => Set(row.Raw.ConfigHash = row.Words.Of(text))),
        new TextField(Trigger, "BlockTick, SafetyAsync, Override, Startup, or nothing", TrySetTrigger),
        new InstantField(Time, (row, instant) => row.Raw.Time = instant),
        new NumberField(SurplusLeftW, (row, surplusW) => row.Raw.SurplusLeftW = surplusW),
        new FlagField(OverrideRun, (row, run) => row.Override.Run = run),
        new IntegerField(OverrideLevel, 0, int.MaxValue, (row, level) => row.Override.Level = (int)level),
        new IntegerField(OverrideFirstBlock, 0, LastBlockId, (row, id) => row.Override.FirstBlock = id),
        new IntegerField(OverrideBlocks, 1, int.MaxValue, (row, blocks) => row.Override.Blocks = (int)blocks),
        new TextField(Memories, "a JSON object: rule, then name, then number", TrySetMemories),
        .. OfDecisions.Select(name => new IgnoredField(name)),
    ];

    // An assignment as an expression that says "allowed".
    static bool Set<T>(T _) => true;

    static ImmutableArray<string> Split(ReadOnlySpan<char> text) => [.. text.ToString().Split(Between).Order(StringComparer.Ordinal)];

    static bool TrySetForecast(RecordingRow row, ReadOnlySpan<char> text)
    {
        var values = ImmutableArray.CreateBuilder<double>(text.Count(Between) + 1);
        foreach (Range part in text.Split(Between))
        {
            if (!DecimalNumber.TryParse(text[part], out double value))
                return false;
            values.Add(value);
        }

        row.Raw.ForecastSurplusW = values.MoveToImmutable();
        return true;
    }

    static bool TrySetTrigger(RecordingRow row, ReadOnlySpan<char> text)
    {
        foreach (DecisionTrigger trigger in Enum.GetValues<DecisionTrigger>())
        {
            if (!text.SequenceEqual(Words.Of(trigger)))
                continue;
            row.Raw.Trigger = trigger;
            return true;
        }

        return false;
    }

    static bool TrySetMemories(RecordingRow row, ReadOnlySpan<char> text)
    {
        bool isGood = MemoryJson.TryParse(row.Words.Of(text), out ImmutableArray<KeyValuePair<string, RuleMemory>> memories);
        row.Raw.Memories = memories;
        return isGood;
    }

    static bool TrySetQuality(RecordingRow row, ReadOnlySpan<char> text)
    {
        foreach (DataQuality quality in (ReadOnlySpan<DataQuality>)[DataQuality.Ok, DataQuality.Degraded, DataQuality.Invalid])
        {
            if (!text.SequenceEqual(Of(quality)))
                continue;
            row.Raw.Quality = quality;
            return true;
        }

        return false;
    }
}
