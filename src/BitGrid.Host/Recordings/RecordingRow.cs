using BitGrid.Engine.Intake;
using BitGrid.Host.Recordings.Fields;

namespace BitGrid.Host.Recordings;

/// <summary>One row of a recording as its fields say, before they are checked against each other. A buffer, filled again for every row.</summary>
internal sealed class RecordingRow
{
    RecordedWish _override;

    public Place Place { get; private set; }

    public long? BlockId { get; set; }

    public DateTimeOffset? WindowStart { get; set; }

    public bool? Running { get; set; }

    public int? Level { get; set; }

    public int? BlocksSinceChange { get; set; }

    /// <summary>A person's wish, field by field.</summary>
    public ref RecordedWish Override => ref _override;

    /// <summary>Words of the rows so far.</summary>
    public WordPool Words { get; } = new();

    public RawRow Raw { get; private set; } = new();

    /// <summary>Empties the row for the next one of the file.</summary>
    public void Begin(Place place)
    {
        (Place, BlockId, WindowStart, Running, Level, BlocksSinceChange) = (place, null, null, null, null, null);
        _override = default;
        Raw.Clear();
    }

    /// <summary>Hands the readings out and goes on with another buffer for them.</summary>
    public RawRow Exchange(RawRow next)
    {
        RawRow raw = Raw;
        Raw = next;
        return raw;
    }
}
