namespace BitGrid.Host.Live;

/// <summary>Something that a person or a program did, or tried to do, from outside.</summary>
/// <param name="Time">When, UTC.</param>
/// <param name="Who">Who: <c>owner</c>, <c>token:&lt;id&gt;</c>, <c>local</c> (this machine, before a password was set) or <c>stranger</c>.</param>
/// <param name="Origin">From where: the network address.</param>
/// <param name="Action">What: <c>override</c>, <c>login</c>, ….</param>
/// <param name="Subject">On what; may be empty.</param>
/// <param name="Detail">With which values; never a secret.</param>
/// <param name="Result">What came of it: <c>done</c>, or why not.</param>
internal sealed record AuditEntry(DateTimeOffset Time, string Who, string Origin, string Action, string Subject, string Detail, string Result)
{
    /// <summary>The result of what was done and not refused.</summary>
    public const string Done = "done";
}
