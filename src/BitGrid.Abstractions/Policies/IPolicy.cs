namespace BitGrid;

/// <summary>
/// A policy: a pure function that says where the surplus of a block should go. Rules say whether a load <em>may</em> run;
/// a policy never beats a stop. Mark the class with <see cref="PolicyAttribute"/> and give it a constructor without
/// parameters, or with one parameter: a record of options.
/// </summary>
/// <remarks>The same promises as for <see cref="IRule"/>: pure, no changing field, no clock, called from any thread.
/// An exception counts as "export": no load runs for its sake, and the fault is shown.</remarks>
public interface IPolicy
{
    /// <summary>Chooses the path for one load in one block, also for an idle one.</summary>
    PathChoice Choose(in PolicyContext context);
}
