using System.Collections.Immutable;
using BitGrid.Engine.Intake;

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
        new IgnoredField("missing"),
        new TextField(Stale, "names of readings, separated by |", (row, text) => Set(row.Raw.Stale = Split(text))),
        new TextField(ConfigHash, "64 hexadecimal digits", (row, text) => Set(row.Raw.ConfigHash = row.Words.Of(text))),
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
