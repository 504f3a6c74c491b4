namespace BitGrid;

/// <summary>
/// A rule: a pure function from a situation to a vote. Mark the class with <see cref="RuleAttribute"/> and give it a
/// constructor without parameters, or with one parameter: a record of options.
/// </summary>
/// <remarks>
/// <para>Called once per load and block, and for the Safety tier on every message of telemetry; also again, with the same
/// arguments, when somebody asks for an explanation. Calls may come from several threads at once, so a rule keeps no
/// field that changes, reads no clock, no random number, no environment and no file. A block can be asked about twice
/// (a person's wish, a restart), so count blocks by their ids, not by calls.</para>
/// <para>A missing reading is <see langword="null"/>; say in the rule what follows from that.</para>
/// <para>Let exceptions propagate: the engine turns them into Stop (Safety and Autarky tier) or Hold (other tiers),
/// shows them with their reason, and does not call the rule again until the next start of the program. A vote without
/// a reason, or with a level the load does not have, counts as an exception too.</para>
/// </remarks>
public interface IRule
{
    /// <summary>Votes for one load in one block.</summary>
    Vote Evaluate(in RuleContext context);
}
