namespace BitGrid.Host.Store;

/// <summary>A decision as the database has it: what a list shows of it, and the line that tells all.</summary>
/// <param name="Block">The block it was taken in.</param>
/// <param name="LoadId">The load.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Trigger">What asked for it, in the words of the record.</param>
/// <param name="Action">What was done, in the words of the record.</param>
/// <param name="ReasonCode">Why.</param>
/// <param name="DecidingRule">Who decided; <see langword="null"/> when nobody voted.</param>
/// <param name="Running">True when the load ran afterwards.</param>
/// <param name="Level">Its level afterwards.</param>
/// <param name="PreferredPath">Where the surplus should have gone.</param>
/// <param name="Line">The canonical line.</param>
internal sealed record StoredDecision(
    Block Block,
    string LoadId,
    DateTimeOffset Time,
    string Trigger,
    string Action,
    string ReasonCode,
    string? DecidingRule,
    bool Running,
    int Level,
    string PreferredPath,
    string Line);
