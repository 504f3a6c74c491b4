using System.Text;
using System.Text.Json;
using BitGrid.Engine.Replay;

namespace BitGrid.Host.Recordings.Verification;

/// <summary>A decision as it was recorded.</summary>
/// <param name="Block">The block it was taken in.</param>
/// <param name="LoadId">The load it is about.</param>
/// <param name="Trigger">What asked for it, as it stands in the line.</param>
/// <param name="Time">Time of the state it was taken on, as it stands in the line; empty when it is not there.</param>
/// <param name="Line">The canonical line, UTF-8, without its line feed.</param>
internal sealed record RecordedDecision(Block Block, string LoadId, string Trigger, string Time, ReadOnlyMemory<byte> Line)
{
    static readonly string[] TickTriggers = [Words.Of(DecisionTrigger.BlockTick), Words.Of(DecisionTrigger.Startup)];

    /// <summary>True for the regular decision of a block: by a tick, or by a start of the program in a block that had none.</summary>
    public bool IsTick => TickTriggers.Contains(Trigger);

    /// <summary>The configuration it was taken under; empty when none was recorded.</summary>
    public string ConfigHash => Encoding.UTF8.GetString(DecisionLine.ConfigHash(Line.Span));

    /// <summary>Reads who and when from a canonical line; the rest stays as it is.</summary>
    /// <exception cref="JsonException">The line is no JSON, or no decision.</exception>
    public static RecordedDecision Parse(ReadOnlyMemory<byte> line)
    {
        (long? block, string? load, string? trigger, string time) = (null, null, null, "");
        Utf8JsonReader json = new(line.Span);
        json.Read();
        while ((block, load, trigger) is not ({ }, { }, { }) && json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("block_id"u8))
                block = json.Read() && json.TryGetInt64(out long id) ? id : null;
            else if (json.ValueTextEquals("load_id"u8))
                load = json.Read() ? json.GetString() : null;
            else if (json.ValueTextEquals("time"u8))
                time = json.Read() ? json.GetString() ?? "" : "";
            else if (json.ValueTextEquals("trigger"u8))
                trigger = json.Read() ? json.GetString() : null;
            else
                json.Skip();
        }

        return (block, load, trigger) is ({ } blockId, { } loadId, { } what)
            ? new(new(blockId), loadId, what, time, line)
            : throw new JsonException("block_id, load_id or trigger is missing");
    }

    /// <summary>True when both are the decision of the same load at the same place: the regular one of a block, or the same one between two ticks.</summary>
    public bool IsSamePlace(RecordedDecision other) =>
        Block == other.Block && LoadId == other.LoadId && (IsTick ? other.IsTick : Trigger == other.Trigger && Time == other.Time);
}
