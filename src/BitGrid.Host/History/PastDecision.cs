using System.Globalization;
using BitGrid.Host.Recordings.Fields;
using BitGrid.Host.Store;

namespace BitGrid.Host.History;

/// <summary>A decision of the past with the state it was taken on, as database and archive have it.</summary>
/// <param name="Values">One value for each of <see cref="DayColumn.All"/>.</param>
internal sealed record PastDecision(object?[] Values)
{
    static readonly Dictionary<string, int> Index = DayColumn.All.Select((column, i) => (column.Name, i)).ToDictionary(column => column.Name, column => column.i);

    /// <summary>The block it was taken in.</summary>
    public Block Block => new((long)this[RecordingFields.BlockId]!);

    /// <summary>The load.</summary>
    public string LoadId => Text(RecordingFields.LoadId);

    /// <summary>The instant of its state, UTC.</summary>
    public DateTimeOffset Time => new((DateTime)this[RecordingFields.Time]!, TimeSpan.Zero);

    /// <summary>What asked for it.</summary>
    public string Trigger => Text(RecordingFields.Trigger);

    /// <summary>What was done.</summary>
    public string Action => Text("action");

    /// <summary>Why.</summary>
    public string ReasonCode => Text("reason_code");

    /// <summary>Who decided; <see langword="null"/> when nobody voted.</summary>
    public string? DecidingRule => this["deciding_rule"] as string;

    /// <summary>The configuration it was taken under; empty when none was recorded.</summary>
    public string ConfigHash => Text(RecordingFields.ConfigHash);

    /// <summary>True for the regular decision of a block.</summary>
    public bool IsTick => Trigger is "BlockTick" or "Startup";

    /// <summary>The canonical line.</summary>
    public string Line => Text("record");

    /// <summary>The value of a column; <see langword="null"/> when there is none.</summary>
    public object? this[string column] => Values[Index[column]];

    /// <summary>A number of the state; <see langword="null"/> when it was not known.</summary>
    public double? Number(string column) => this[column] is { } value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;

    string Text(string column) => this[column] as string ?? "";
}
