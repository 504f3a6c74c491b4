namespace BitGrid.Host.Gate;

/// <summary>What was decided about a load in a block, as far as two programs can be compared by it.</summary>
/// <param name="Block">The block.</param>
/// <param name="LoadId">The load.</param>
/// <param name="Action">What is done, in the word of records.</param>
/// <param name="ReasonCode">Why.</param>
/// <param name="Rule">Who decided; empty when nobody voted.</param>
/// <param name="Running">True when the load runs afterwards.</param>
/// <param name="Level">Its level afterwards.</param>
/// <param name="Sentence">The explanation.</param>
internal sealed record Outcome(Block Block, string LoadId, string Action, string ReasonCode, string Rule, bool Running, int Level, string Sentence);
