using System.Collections.Immutable;

namespace BitGrid.Engine.Preview;

/// <summary>What would have to change for the load to do the opposite of what was decided.</summary>
/// <param name="Block">The block of that decision.</param>
/// <param name="Start">True: it is about what it takes to start, and all of <paramref name="Demands"/> must hold. False: it is about what would stop it, and any one of them is enough.</param>
/// <param name="Demands">The conditions, none of them fulfilled now.</param>
/// <param name="Proven">True when the engine was asked again with these values and did the opposite; false when something stands in the way that no reading can change.</param>
public sealed record Prospect(Block Block, bool Start, ImmutableArray<Condition> Demands, bool Proven);
