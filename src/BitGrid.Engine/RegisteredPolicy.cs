namespace BitGrid.Engine;

/// <summary>The policy in force with its name.</summary>
/// <param name="Id">Id of the policy.</param>
/// <param name="Policy">The policy itself.</param>
public sealed record RegisteredPolicy(string Id, IPolicy Policy);
