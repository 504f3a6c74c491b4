namespace BitGrid.Host.Shards;

/// <summary>
/// What a file of results says about itself, in the metadata of its Parquet footer: enough to know which parts belong together.
/// </summary>
/// <param name="Kind">What a row is: <c>decisions</c>, <c>homes</c> or <c>points</c>.</param>
/// <param name="Key">Column by which the rows ascend; all rows with the same key are in one part.</param>
/// <param name="Work">All that the results follow from, a line <c>name: value</c> each.</param>
/// <param name="Shard">Which part of them the file holds.</param>
internal sealed record ResultLabel(string Kind, string Key, string Work, Shard Shard)
{
    const string CompleteName = "bitgrid.complete";

    const string KindName = "bitgrid.kind";
    const string KeyName = "bitgrid.key";
    const string WorkName = "bitgrid.work";
    const string ShardName = "bitgrid.shard";

    /// <summary>False while rows are still to come: a long run keeps what it has, so that it can go on after an end by force.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>A label with its work given by name and value.</summary>
    public static ResultLabel Of(string kind, string key, Shard shard, IEnumerable<(string Name, string Value)> work) =>
        new(kind, key, string.Join('\n', work.Select(entry => $"{entry.Name}: {entry.Value}")), shard);

    /// <summary>The label in a file's metadata; <see langword="null"/> when it has none.</summary>
    public static ResultLabel? From(IReadOnlyDictionary<string, string> metadata) =>
        metadata.TryGetValue(KindName, out string? kind) && metadata.TryGetValue(KeyName, out string? key)
        && metadata.TryGetValue(WorkName, out string? work) && metadata.TryGetValue(ShardName, out string? text) && Shard.TryParse(text, out Shard shard)
            ? new(kind, key, work, shard) { IsComplete = metadata.GetValueOrDefault(CompleteName) == "true" }
            : null;

    /// <summary>The label as metadata.</summary>
    public Dictionary<string, string> ToMetadata() => new(StringComparer.Ordinal)
    {
        [KindName] = Kind,
        [KeyName] = Key,
        [WorkName] = Work,
        [ShardName] = Shard.ToString(),
        [CompleteName] = IsComplete ? "true" : "false",
    };

    /// <summary>Why a file with another label is no part of the same work; <see langword="null"/> when it is one.</summary>
    public string? UnlikeOf(ResultLabel other)
    {
        if (other.Kind != Kind)
            return $"it holds {other.Kind}, not {Kind}";
        if (other.Shard.Count != Shard.Count)
            return $"it is shard {other.Shard}, the first file is {Shard}";
        return DifferenceTo(other);
    }

    /// <summary>The first thing that the results of another file follow from and these do not; <see langword="null"/> when there is none.</summary>
    public string? DifferenceTo(ResultLabel other)
    {
        (string? mine, string? theirs) = Work.Split('\n').Zip(other.Work.Split('\n')).FirstOrDefault(pair => pair.First != pair.Second);
        return theirs is null ? null : $"it was made from '{theirs}', not from '{mine}'";
    }
}
