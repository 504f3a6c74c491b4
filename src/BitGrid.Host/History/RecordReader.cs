using System.Collections.Immutable;
using System.Text.Json;
using BitGrid.Engine.Replay;

namespace BitGrid.Host.History;

/// <summary>Reads canonical lines back into records, so that a decision of long ago can be explained like one of now.</summary>
/// <param name="vocabulary">The sentences behind the codes.</param>
internal sealed class RecordReader(Vocabulary vocabulary)
{
    /// <summary>The record that a canonical line holds.</summary>
    /// <exception cref="JsonException">The line is no decision record.</exception>
    public DecisionRecord Read(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        try
        {
            return Record(document.RootElement);
        }
        catch (Exception fault) when (fault is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new JsonException($"The line is no decision record: {fault.Message}", fault);
        }
    }

    DecisionRecord Record(JsonElement line)
    {
        ImmutableArray<VoteRecord> votes = [.. line.GetProperty("votes").EnumerateArray().Select(Vote)];
        string code = Text(line, "reason_code");
        string? decider = line.GetProperty("deciding_rule").GetString();
        return new DecisionRecord
        {
            Block = new(line.GetProperty("block_id").GetInt64()),
            LoadId = Text(line, "load_id"),
            Time = line.GetProperty("time").GetDateTimeOffset(),
            Trigger = Word<DecisionTrigger>(line, "trigger"),
            Action = Word<DecisionAction>(line, "action"),
            // The very object of the vote, by which an explainer knows who speaks.
            Reason = votes.FirstOrDefault(vote => vote.Rule == decider && vote.Reason.Code == code)?.Reason ?? vocabulary.Reason(code),
            DecidingRule = decider,
            Votes = votes,
            EnergyPath = Path(line.GetProperty("energy_path")),
            PreviousState = Status(line.GetProperty("previous_state")),
            NewState = Status(line.GetProperty("new_state")),
            ValidUntil = new(line.GetProperty("valid_until_block").GetInt64()),
            IsOverride = line.GetProperty("is_override").GetBoolean(),
            ConfigHash = Text(line, "config_hash"),
            EngineVersion = Text(line, "engine_version"),
            CommandId = line.GetProperty("command_id").GetString(),
        };
    }

    VoteRecord Vote(JsonElement vote) => new(
        Text(vote, "rule"),
        Word<RuleTier>(vote, "tier"),
        Word<VoteKind>(vote, "vote"),
        vote.GetProperty("level").GetInt32(),
        vocabulary.Reason(Text(vote, "reason_code")),
        [.. vote.GetProperty("conditions").EnumerateArray().Select(Condition)],
        vote.GetProperty("memory").EnumerateObject().Aggregate(RuleMemory.Empty, (memory, entry) => memory.With(entry.Name, entry.Value.GetDouble())));

    Condition Condition(JsonElement condition) => new(
        vocabulary.Metric(Text(condition, "metric"), Text(condition, "unit")),
        Number(condition, "actual"),
        Enum.GetValues<Comparison>().Single(comparison => Words.Of(comparison) == Text(condition, "operator")),
        condition.GetProperty("limit").GetDouble());

    PathChoice Path(JsonElement path)
    {
        Dictionary<EnergyPath, JsonElement> ways = path.GetProperty("paths").EnumerateArray().ToDictionary(way => Word<EnergyPath>(way, "path"));
        double? Value(EnergyPath way) => Number(ways[way], "value_ct_kwh");
        Reason Because(EnergyPath way) => vocabulary.Reason(Text(ways[way], "reason_code"));
        return new(
            Word<EnergyPath>(path, "preferred"),
            new(Value(EnergyPath.Export), Value(EnergyPath.Heat), Value(EnergyPath.Hodl), Number(path, "sats_per_kwh")),
            Because(EnergyPath.Export),
            Because(EnergyPath.Heat),
            Because(EnergyPath.Hodl),
            path.GetProperty("target_level").GetInt32());
    }

    static LoadStatus Status(JsonElement state) =>
        new(state.GetProperty("running").GetBoolean(), state.GetProperty("level").GetInt32(), state.GetProperty("blocks_since_change").GetInt32());

    static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    static double? Number(JsonElement element, string name) => element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    // Every word is the name of its member; a test of the words proves it.
    static T Word<T>(JsonElement element, string name)
        where T : struct, Enum => Enum.Parse<T>(Text(element, name));
}
