namespace BitGrid.Host.Recordings;

/// <summary>A person's wish as its fields say: all of them, or none.</summary>
internal record struct RecordedWish(bool? Run, int? Level, long? FirstBlock, int? Blocks)
{
    /// <summary>True when some of the fields are given and others are not.</summary>
    public readonly bool IsPartial => ToOverride() is null && this != default;

    /// <summary>The wish; <see langword="null"/> when it is not whole.</summary>
    public readonly ManualOverride? ToOverride() =>
        (Run, Level, FirstBlock, Blocks) is ({ } run, { } level, { } first, { } blocks) ? new(run, level, new Block(first), blocks) : null;
}
