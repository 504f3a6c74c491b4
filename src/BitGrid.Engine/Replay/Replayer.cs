namespace BitGrid.Engine.Replay;

/// <summary>Plays recorded blocks through the engine. The same rows give the same decisions, byte for byte.</summary>
/// <param name="engine">Decides.</param>
/// <param name="site">The house; every one of its loads is decided about in every block.</param>
/// <param name="asRecorded">
/// True: each row's own <c>running</c>, <c>level</c> and <c>blocks_since_change</c> are taken, which asks whether the same state
/// gives the same decision. False: only the first row's are, and then the replayed decisions themselves move them.
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

    /// <summary>The decisions, one block after the other; inside a block one for each load, in the order of the site's loads.</summary>
    /// <param name="rows">Rows in ascending order of their blocks; the rows of one block stand together.</param>
    /// <exception cref="InvalidOperationException">A block comes twice or too late.</exception>
    public IEnumerable<Decision[]> Run(IEnumerable<ReplayRow> rows)
    {
        List<ReplayRow> block = new(site.Loads.Length);
        foreach (ReplayRow row in rows)
        {
            if (block.Count > 0 && block[0].State.Block != row.State.Block)
            {
                yield return Decide(block);
                block.Clear();
            }

            block.Add(row);
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
            LoadStatus status = StatusOf(i, row, elapsed);
            Situation situation = new(site, site.Loads[i], state, ReadingsOf(row, status), status, surplusW);
            Decision decision = decisions[i] = engine.Decide(situation, _memories[i]);
            (_memories[i], _statuses[i]) = (decision.NextMemory, decision.NewStatus);
            surplusW -= site.Loads[i].PowerAt(decision.NewStatus.Level);
        }

        return decisions;
    }

    ReplayRow? RowOf(List<ReplayRow> rows, int load)
    {
        foreach (ReplayRow row in rows)
        {
            if (row.LoadId is null ? load == 0 : row.LoadId == site.Loads[load].Id)
                return row;
        }

        return null;
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

    LoadStatus StatusOf(int load, ReplayRow? row, long elapsedBlocks)
    {
        if (asRecorded && row?.Recorded is { } recorded)
            return recorded;
        return _statuses[load]?.After(elapsedBlocks) ?? row?.Recorded ?? LoadStatus.Off;
    }
}
