using BitGrid.Host.Recordings;
using BitGrid.Host.Recordings.Output;

namespace BitGrid.Host.Shards;

/// <summary>Puts the parts of a piece of work together again: byte for byte what one process would have written.</summary>
/// <param name="parts">The parts, in any order.</param>
internal sealed class ResultMerge(IReadOnlyList<ResultPart> parts)
{
    readonly int _key = parts[0].Columns.ToList().FindIndex(column => column.Name == parts[0].Label.Key);

    /// <summary>Names and types of the columns.</summary>
    public IReadOnlyList<(string Name, Type Type)> Columns => parts[0].Columns;

    /// <summary>What is wrong with the parts: of different work, missing, or twice there. Empty when they can be merged.</summary>
    public IReadOnlyList<InputFault> Faults()
    {
        InputFault[] strangers = [.. Strangers()];
        return strangers.Length > 0 ? strangers : [.. Gaps()];
    }

    IEnumerable<InputFault> Strangers() =>
        from part in parts
        let difference = parts[0].Label.UnlikeOf(part.Label)
        where difference is not null
        select new InputFault(new(part.Path), $"is no part of the same work as {parts[0].Path}: {difference}", "the shards of one run", "leave the file out, or run its shard again");

    IEnumerable<InputFault> Gaps()
    {
        ResultLabel first = parts[0].Label;
        foreach (ResultPart part in parts.Where(part => !part.Label.IsComplete))
            yield return new(new(part.Path), $"shard {part.Label.Shard} has not come to its end", "finished shards", "start it again: it goes on where it was");
        ILookup<int, ResultPart> byNumber = parts.ToLookup(part => part.Label.Shard.Number);
        for (int number = 1; number <= first.Shard.Count; number++)
        {
            if (!byNumber[number].Any())
                yield return new(new(parts[0].Path), $"shard {number}/{first.Shard.Count} is missing", $"all {first.Shard.Count} shards", "run it, or name its file too");
            foreach (ResultPart twin in byNumber[number].Skip(1))
                yield return new(new(twin.Path), $"shard {twin.Label.Shard} is there twice", "each shard once", "leave one of the files out");
        }
    }

    /// <summary>All rows by ascending key.</summary>
    public IEnumerable<object?[]> Rows()
    {
        PriorityQueue<IEnumerator<object?[]>, object> next = new(Comparer<object>.Create(Compare));
        foreach (ResultPart part in parts)
            Queue(next, part.Rows().GetEnumerator());
        while (next.TryDequeue(out IEnumerator<object?[]>? rows, out _))
        {
            yield return rows.Current;
            Queue(next, rows);
        }
    }

    /// <summary>Opens the file of the whole.</summary>
    public ITableWriter<object?[]> OpenWhole(string path) => TableFile.OpenParquet<object?[]>(
        path,
        [.. Columns.Select((column, i) => OutputColumns.Of<object?[]>(column.Name, column.Type, row => row[i]))],
        DecisionOutput.RowsPerGroup,
        () => parts[0].Label with { Shard = Shard.Whole });

    void Queue(PriorityQueue<IEnumerator<object?[]>, object> next, IEnumerator<object?[]> rows)
    {
        if (rows.MoveNext())
            next.Enqueue(rows, rows.Current[_key]!);
        else
            rows.Dispose();
    }

    static int Compare(object? one, object? other) => one is string text ? string.CompareOrdinal(text, (string?)other) : ((long)one!).CompareTo((long)other!);
}
