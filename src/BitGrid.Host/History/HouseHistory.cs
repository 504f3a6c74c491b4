using BitGrid.Host.Archive;
using BitGrid.Host.Recordings;
using BitGrid.Host.Store;

namespace BitGrid.Host.History;

/// <summary>
/// What a house did, from its database and, before that begins, from its archive. Every question opens what it needs beside the
/// program that writes it, and holds nothing. Damaged days of the archive are left out.
/// </summary>
/// <param name="dataFolder">Folder of everything that is kept.</param>
internal sealed class HouseHistory(string dataFolder)
{
    // Some 10 ms a day: a page of rare decisions must not keep a small computer busy.
    const int MostDays = 60;

    readonly StoredPast _store = new(DataFolder.DatabaseIn(dataFolder));
    readonly ArchiveFolder _archive = new(DataFolder.ArchiveIn(dataFolder));

    /// <summary>A page of decisions, the newest first.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public HistoryPage Page(HistoryQuery query)
    {
        HistoryPage stored = _store.Page(query);
        if (stored.Next is not null)
            return stored;
        Block begin = _store.FirstBlock() ?? new(long.MaxValue);
        return Older(query with { Until = query.Until < begin ? query.Until : begin }, [.. stored.Decisions]);
    }

    /// <summary>Every decision of a period with its state, in the order of an archived day.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public IEnumerable<PastDecision> All(Period period)
    {
        Block begin = _store.FirstBlock() ?? new(long.MaxValue);
        IEnumerable<PastDecision> archived = _archive.Days()
            .Where(day => FirstOf(day) < begin && !(FirstOf(day).Plus(Block.PerDay) <= period.From) && !(FirstOf(day) >= period.Until))
            .SelectMany(Read)
            .Where(past => past.Block < begin && period.Contains(past.Block));
        return archived.Concat(_store.All(period));
    }

    /// <summary>The decisions of one block in their order; empty when there are none.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public IReadOnlyList<PastDecision> Of(Block block) => [.. All(new(block, block.Plus(1)))];

    /// <summary>The newest decision of a load; <see langword="null"/> when the database has none.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public PastDecision? Newest(string loadId) => _store.Newest(loadId);

    HistoryPage Older(HistoryQuery query, List<PastDecision> found)
    {
        int days = 0;
        foreach (ArchivedDay day in _archive.Days().Reverse().SkipWhile(day => FirstOf(day) >= query.Until))
        {
            Block first = FirstOf(day);
            if (first.Plus(Block.PerDay) <= query.From)
                break;
            if (days++ == MostDays || found.Count >= query.Limit)
                return new(found, first.Plus(Block.PerDay));
            found.AddRange(Read(day).Where(query.Wants).Reverse());
            if (Cut(found, query.Limit) is { } next)
                return new(found, next);
        }

        return new(found, Next: null);
    }

    // Whole blocks only: what is over the limit is left to the next page, but for the rest of the block that has begun.
    static Block? Cut(List<PastDecision> found, int limit)
    {
        if (found.Count < limit)
            return null;
        Block last = found[limit - 1].Block;
        int end = found.FindLastIndex(past => past.Block == last) + 1;
        if (end == found.Count)
            return null;
        found.RemoveRange(end, found.Count - end);
        return last;
    }

    static Block FirstOf(ArchivedDay day) => new(day.Day * Block.PerDay);

    static IReadOnlyList<PastDecision> Read(ArchivedDay day)
    {
        try
        {
            return [.. ArchiveFile.Read(day.Path).Select(values => new PastDecision(values))];
        }
#pragma warning disable CA1031 // A damaged file throws whatever the format's library throws; the archive's own check tells of it.
        catch (Exception)
#pragma warning restore CA1031
        {
            return [];
        }
    }
}
