using System.Buffers;
using System.Collections.Immutable;
using BitGrid;
using BitGrid.Engine;
using BitGrid.Engine.Replay;
using BitGrid.Host.Cli;
using BitGrid.Host.Live;
using BitGrid.Host.Recordings;

namespace JournalWriter;

/// <summary>
/// The shipped rules deciding about a recorded house as if it were there: with ticks, a safety check of a load that is too hot, and a
/// person's wishes between them.
/// </summary>
internal sealed class LiveHouse
{
    static readonly Dictionary<string, ReplayRow[]> Recordings = new(StringComparer.Ordinal);

    readonly House _house;
    readonly ReplayRow[] _rows;
    LoadMemory _memory;
    LoadStatus _status = LoadStatus.Off;
    Block? _last;

    LiveHouse(House house, ReplayRow[] rows) => (_house, _rows, _memory) = (house, rows, house.Engine.NoMemory);

    /// <summary>A house with the rules of a configuration, over the blocks of a recording.</summary>
    public static LiveHouse Open(string config, string plugins, string recording)
    {
        Terminal terminal = new(TextWriter.Null, Console.Error, interactive: false);
        House house = House.Open(config, plugins, terminal) ?? throw new InvalidOperationException("The shipped configuration cannot be used.");
        lock (Recordings)
        {
            if (!Recordings.TryGetValue(recording, out ReplayRow[]? rows))
                Recordings[recording] = rows = [.. new RecordingReader(house.Configuration.Site, new InputReport()).Read(recording)];
            return new(house, rows);
        }
    }

    /// <summary>The load.</summary>
    public string LoadId => _house.Configuration.Site.Loads[0].Id;

    /// <summary>Hash of the configuration.</summary>
    public string ConfigHash => _house.Configuration.ConfigHash;

    /// <summary>The first block of the recording.</summary>
    public Block First => _rows[0].State.Block;

    /// <summary>What the rules remember now, by rule id.</summary>
    public ImmutableArray<KeyValuePair<string, RuleMemory>> Memories => _house.Engine.MemoriesOf(_memory);

    /// <summary>What the load does now.</summary>
    public LoadStatus Status => _status;

    /// <summary>All decisions of some blocks: a tick in each; at noon the load is found too hot, and at 15:00 a person starts it.</summary>
    public IEnumerable<TakenDecision> Decide(Block from, int blocks)
    {
        foreach (ReplayRow row in _rows.Where(row => row.State.Block >= from && row.State.Block < from.Plus(blocks)))
        {
            Block block = row.State.Block;
            ManualOverride? wish = block.Id % Block.PerDay is 90 or 91 ? new(true, 1, new(block.Id - (block.Id % Block.PerDay) + 90), 2) : null;
            yield return Tick(row, wish, DecisionTrigger.BlockTick);
            if (block.Id % Block.PerDay == 72)
                yield return Take(row.State with { Time = block.WindowStart.AddMilliseconds(197_345) }, row.Readings with { TempC = 91.5 }, null, DecisionTrigger.SafetyAsync);
            if (block.Id % Block.PerDay == 90)
                yield return Take(row.State with { Time = block.WindowStart.AddSeconds(61) }, row.Readings, wish, DecisionTrigger.Override);
        }
    }

    /// <summary>The regular decision of one block.</summary>
    public TakenDecision Tick(Block block, DecisionTrigger trigger = DecisionTrigger.BlockTick) =>
        Tick(_rows.Single(row => row.State.Block == block), wish: null, trigger);

    TakenDecision Tick(ReplayRow row, ManualOverride? wish, DecisionTrigger trigger)
    {
        _status = _last is { } last ? _status.After(row.State.Block.Id - last.Id) : _status;
        _last = row.State.Block;
        return Take(row.State, row.Readings, wish, trigger);
    }

    TakenDecision Take(EnergyState recorded, LoadReadings readings, ManualOverride? wish, DecisionTrigger trigger)
    {
        EnergyState state = recorded with { ConfigHash = ConfigHash };
        ReplayRow row = new(state, LoadId, readings, _status) { Trigger = trigger, SurplusLeftW = state.SurplusW, Override = wish, Memories = Memories };
        Situation situation = new(_house.Configuration.Site, _house.Configuration.Site.Loads[0], state, readings, _status, state.SurplusW, wish);
        Decision decision = _house.Engine.Decide(situation, _memory, trigger);
        (_memory, _status) = (decision.NextMemory, decision.NewStatus);
        DecisionRecord record = _house.Engine.Describe(decision);
        ArrayBufferWriter<byte> line = new(4096);
        DecisionLine.Write(line, record);
        return new(row, decision, record, line.WrittenMemory);
    }
}
