namespace BitGrid.Engine.Replay;

/// <summary>Plays recorded blocks through the engine. The same rows give the same decisions, byte for byte.</summary>
/// <param name="engine">Decides.</param>
/// <param name="site">The house; every one of its loads is decided about in every block.</param>
/// <param name="asRecorded">
/// True: each row's own <c>running</c>, <c>level</c>, <c>blocks_since_change</c>, surplus and memory are taken where they were
/// recorded, and rows between the ticks are decided too, which asks whether the same state gives the same decision. False: only
/// the first row's are taken, then the replayed decisions themselves move them, and rows between the ticks are left out: they
/// belong to what happened then.
/// </param>
public sealed class Replayer(DecisionEngine engine, SiteProfile site, bool asRecorded = false)
{
    readonly LoadMemory[] _memories = [.. site.Loads.Select(_ => engine.NoMemory)];
    readonly LoadStatus?[] _statuses = new LoadStatus?[site.Loads.Length];
    Block _last = new(long.MinValue);

    /// <summary>Gives a load the memory it had before the first row, so that a replay can begin in the middle.</summary>
    /// <param name="load">Index of the load in the site.</param>
    /// <param name="memory">What its rules remembered (<see cref="DecisionEngine.Recall"/>).</param>
    /// <param name="status">What it did at the end of the block before, or <see langword="null"/> to take the first row's word.</param>
    public void Resume(int load, LoadMemory memory, LoadStatus? status = null) =>
        (_memories[load], _statuses[load]) = (memory, status);

    /// <summary>
    /// The decisions, one block after the other; inside a block one for each load, in the order of the site's loads. A decision
    /// between two ticks comes alone.
    /// </summary>
    /// <param name="rows">Rows in ascending order of their blocks; the regular rows of one block stand together, before those between the ticks.</param>
    /// <exception cref="InvalidOperationException">A block comes twice or too late.</exception>
    public IEnumerable<Decision[]> Run(IEnumerable<ReplayRow> rows)
    {
        List<ReplayRow> block = new(site.Loads.Length);
        foreach (ReplayRow row in rows)
        {
            if (block.Count > 0 && (row.IsBetweenTicks || block[0].State.Block != row.State.Block))
            {
                yield return Decide(block);
                block.Clear();
            }

            if (!row.IsBetweenTicks)
                block.Add(row);
            else if (asRecorded && LoadOf(row) is >= 0 and int load)
                yield return [Decide(load, row.State, row, Status(load, row, elapsedBlocks: 0), row.State.SurplusW)];
        }

        if (block.Count > 0)
            yield return Decide(block);
    }

    Decision[] Decide(List<ReplayRow> rows)
    {
        EnergyState state = rows[0].State;
        if (state.Block <= _last)
            throw new InvalidOperationException($"Block {state.Block.Id} comes after block {_last.Id}. Rows must ascend, and each block may come once.");
        long elapsed = _last.Id == long.MinValue ? 1 : state.Block.Id - _last.Id;
        _last = state.Block;

        var decisions = new Decision[site.Loads.Length];
        double? surplusW = state.SurplusW;
        for (int i = 0; i < decisions.Length; i++)
        {
            ReplayRow? row = RowOf(rows, i);
            Decision decision = decisions[i] = Decide(i, state, row, Status(i, row, elapsed), surplusW);
            surplusW -= site.Loads[i].PowerAt(decision.NewStatus.Level);
        }

        return decisions;
    }

    Decision Decide(int load, EnergyState state, ReplayRow? row, LoadStatus status, double? surplusW)
    {
        bool hasMemories = asRecorded && row is { Memories.IsDefault: false };
        Situation situation = new(
            site, site.Loads[load], state, ReadingsOf(row, status), status, asRecorded ? row?.SurplusLeftW ?? surplusW : surplusW, row?.Override);
        Decision decision = engine.Decide(situation, hasMemories ? engine.Recall(row!.Memories) : _memories[load], row?.Trigger ?? DecisionTrigger.BlockTick);
        (_memories[load], _statuses[load]) = (decision.NextMemory, decision.NewStatus);
        return decision;
    }

    ReplayRow? RowOf(List<ReplayRow> rows, int load)
    {
        foreach (ReplayRow row in rows)
        {
            if (LoadOf(row) == load)
                return row;
        }

        return null;
    }

    int LoadOf(ReplayRow row)
    {
        if (row.LoadId is null)
            return 0;
        for (int i = 0; i < site.Loads.Length; i++)
        {
            if (site.Loads[i].Id == row.LoadId)
                return i;
        }

        return -1;
    }

    // A recording cannot show the work of a load that stood still then and runs now: it is taken to work, as a replay takes every
    // command to be obeyed. Its other readings stay as they were recorded.
    static LoadReadings ReadingsOf(ReplayRow? row, LoadStatus status)
    {
        if (row is null)
            return LoadReadings.None;
        bool stoodStill = row.Recorded is { Running: false };
        return status.Running && stoodStill ? row.Readings with { HeartbeatAgeS = 0 } : row.Readings;
    }

    LoadStatus Status(int load, ReplayRow? row, long elapsedBlocks)
    {
        if (asRecorded && row?.Recorded is { } recorded)
            return recorded;
        return _statuses[load]?.After(elapsedBlocks) ?? row?.Recorded ?? LoadStatus.Off;
    }
}
