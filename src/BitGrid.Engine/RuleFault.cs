namespace BitGrid.Engine;

/// <summary>A rule or policy that threw or answered nonsense. A rule is not called again for that load; a safe vote stands in for it. A policy is asked again in the next block.</summary>
/// <param name="Id">Id of the rule or policy.</param>
/// <param name="Block">Block in which it happened.</param>
/// <param name="Message">What happened, in one line.</param>
public sealed record RuleFault(string Id, Block Block, string Message);
