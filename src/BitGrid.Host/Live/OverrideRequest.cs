namespace BitGrid.Host.Live;

/// <summary>A person's wish, granted or refused.</summary>
/// <param name="Time">When it came, UTC.</param>
/// <param name="LoadId">The load.</param>
/// <param name="Source">Where it came from: <c>mqtt</c>, <c>page</c>, …</param>
/// <param name="Wish">What was wished; <see langword="null"/> when an earlier wish was taken back.</param>
/// <param name="Refusal">Why it was refused; <see langword="null"/> when it was granted.</param>
internal sealed record OverrideRequest(DateTimeOffset Time, string LoadId, string Source, ManualOverride? Wish, string? Refusal)
{
    /// <summary>What was decided at once on the wish; <see langword="null"/> when it was refused or taken back. Not kept with it.</summary>
    public DecisionRecord? Decision { get; init; }

    /// <summary>True when what was decided at once is what was wished; false when battery or safety decide otherwise for the time being.</summary>
    public bool IsInForce => Decision is { } decision && decision.NewState.Running == Wish?.Run;
}
