using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace BitGrid.Engine.Replay;

/// <summary>
/// The canonical form of a decision record: one JSON object on one line, keys in a fixed order and in the words of the domain,
/// numbers in their shortest exact form. The same record gives the same bytes on every machine.
/// </summary>
public static class DecisionLine
{
    static ReadOnlySpan<byte> EnvironmentKey => ",\"config_hash\":"u8;

    /// <summary>Writes a record, without a line feed.</summary>
    public static void Write(IBufferWriter<byte> output, DecisionRecord record)
    {
        CanonicalJson json = new(output);
        json.BeginObject();
        json.Number("block_id"u8, record.Block.Id);
        json.Text("load_id"u8, record.LoadId);
        json.Instant("time"u8, record.Time);
        json.Text("trigger"u8, Words.Of(record.Trigger));
        json.Text("action"u8, Words.Of(record.Action));
        json.Text("reason_code"u8, record.Reason.Code);
        json.Text("deciding_rule"u8, record.DecidingRule);
        WriteVotes(ref json, record.Votes);
        WritePath(ref json, record.EnergyPath);
        WriteStatus(ref json, "previous_state"u8, record.PreviousState);
        WriteStatus(ref json, "new_state"u8, record.NewState);
        json.Number("valid_until_block"u8, record.ValidUntil.Id);
        json.Flag("is_override"u8, record.IsOverride);
        json.Text("command_id"u8, record.CommandId);
        // Last, because they say where the decision was taken, not what was decided: the fingerprint leaves them out.
        json.Text("config_hash"u8, record.ConfigHash);
        json.Text("engine_version"u8, record.EngineVersion);
        json.EndObject();
        json.Flush();
    }

    /// <summary>The part of a canonical line that says what was decided: all before <c>config_hash</c>.</summary>
    public static ReadOnlySpan<byte> Essence(ReadOnlySpan<byte> line) => line.LastIndexOf(EnvironmentKey) is >= 0 and int end ? line[..end] : line;

    /// <summary>What the rules remembered after a recorded decision, by rule id.</summary>
    /// <exception cref="JsonException">The line is no decision record.</exception>
    public static IEnumerable<KeyValuePair<string, RuleMemory>> Memories(ReadOnlyMemory<byte> line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        if (!document.RootElement.TryGetProperty("votes", out JsonElement votes))
            throw new JsonException("The line has no votes, so it is no decision record.");
        return [.. votes.EnumerateArray().Select(vote => KeyValuePair.Create(vote.GetProperty("rule").GetString()!, MemoryJson.MemoryOf(vote.GetProperty("memory"))))];
    }

    /// <summary>What the load did after a recorded decision.</summary>
    /// <exception cref="JsonException">The line is no decision record.</exception>
    public static LoadStatus NewState(ReadOnlyMemory<byte> line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        if (!document.RootElement.TryGetProperty("new_state", out JsonElement state))
            throw new JsonException("The line has no new state, so it is no decision record.");
        return new(state.GetProperty("running").GetBoolean(), state.GetProperty("level").GetInt32(), state.GetProperty("blocks_since_change").GetInt32());
    }

    /// <summary>The configuration that a canonical line was decided under: the value of <c>config_hash</c>, empty when it has none.</summary>
    public static ReadOnlySpan<byte> ConfigHash(ReadOnlySpan<byte> line)
    {
        int key = line.LastIndexOf(EnvironmentKey);
        if (key < 0)
            return [];
        ReadOnlySpan<byte> value = line[(key + EnvironmentKey.Length)..].TrimStart((byte)'"');
        return value.IndexOf((byte)'"') is >= 0 and int end ? value[..end] : [];
    }

    static void WriteVotes(ref CanonicalJson json, ImmutableArray<VoteRecord> votes)
    {
        json.BeginArray("votes"u8);
        foreach (VoteRecord vote in votes)
        {
            json.BeginObject();
            json.Text("rule"u8, vote.Rule);
            json.Text("tier"u8, Words.Of(vote.Tier));
            json.Text("vote"u8, Words.Of(vote.Vote));
            json.Number("level"u8, vote.Level);
            json.Text("reason_code"u8, vote.Reason.Code);
            json.BeginArray("conditions"u8);
            foreach (Condition condition in vote.Conditions)
                WriteCondition(ref json, condition);
            json.EndArray();
            json.BeginObject("memory"u8);
            foreach ((string name, double value) in vote.Memory.Entries)
                json.Number(name, value);
            json.EndObject();
            json.EndObject();
        }

        json.EndArray();
    }

    static void WriteCondition(ref CanonicalJson json, in Condition condition)
    {
        json.BeginObject();
        json.Text("metric"u8, condition.Metric.Name);
        json.Number("actual"u8, condition.Actual);
        json.Text("operator"u8, Words.Of(condition.Comparison));
        json.Number("limit"u8, condition.Limit);
        json.Text("unit"u8, condition.Metric.Unit);
        json.Flag("fulfilled"u8, condition.Fulfilled);
        json.EndObject();
    }

    static void WritePath(ref CanonicalJson json, in PathChoice path)
    {
        json.BeginObject("energy_path"u8);
        json.Text("preferred"u8, Words.Of(path.Preferred));
        json.Number("target_level"u8, path.TargetLevel);
        json.Number("sats_per_kwh"u8, path.Values.SatsPerKwh);
        json.BeginArray("paths"u8);
        foreach (EnergyPath way in (ReadOnlySpan<EnergyPath>)[EnergyPath.Export, EnergyPath.Heat, EnergyPath.Hodl])
        {
            json.BeginObject();
            json.Text("path"u8, Words.Of(way));
            json.Number("value_ct_kwh"u8, path.Values[way]);
            json.Text("reason_code"u8, path.ReasonFor(way).Code);
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
    }

    static void WriteStatus(ref CanonicalJson json, ReadOnlySpan<byte> key, LoadStatus status)
    {
        json.BeginObject(key);
        json.Flag("running"u8, status.Running);
        json.Number("level"u8, status.Level);
        json.Number("blocks_since_change"u8, status.BlocksSinceChange);
        json.EndObject();
    }
}
