using System.Text.Json;
using BitGrid.Engine.Replay;

namespace BitGrid.Host.Recordings.Verification;

/// <summary>A decision as it was recorded.</summary>
/// <param name="Block">The block it was taken in.</param>
/// <param name="LoadId">The load it is about.</param>
/// <param name="IsTick">True for the regular decision of a block, the only kind that a replay repeats.</param>
/// <param name="Line">The canonical line, UTF-8, without its line feed.</param>
internal sealed record RecordedDecision(Block Block, string LoadId, bool IsTick, ReadOnlyMemory<byte> Line)
{
    /// <summary>Reads who and when from a canonical line; the rest stays as it is.</summary>
    /// <exception cref="JsonException">The line is no JSON, or no decision.</exception>
    public static RecordedDecision Parse(ReadOnlyMemory<byte> line)
    {
        (long? block, string? load, bool? isTick) = (null, null, null);
        Utf8JsonReader json = new(line.Span);
        json.Read();
        while ((block, load, isTick) is not ({ }, { }, { }) && json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("block_id"u8))
                block = json.Read() && json.TryGetInt64(out long id) ? id : null;
            else if (json.ValueTextEquals("load_id"u8))
                load = json.Read() ? json.GetString() : null;
            else if (json.ValueTextEquals("trigger"u8))
                isTick = json.Read() && json.GetString() == Words.Of(DecisionTrigger.BlockTick);
            else
                json.Skip();
        }

        return (block, load, isTick) is ({ } blockId, { } loadId, { } tick)
            ? new(new(blockId), loadId, tick, line)
            : throw new JsonException("block_id, load_id or trigger is missing");
    }
}
