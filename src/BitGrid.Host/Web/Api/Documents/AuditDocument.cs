using BitGrid.Host.Live;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>Something that was done, or tried, from outside.</summary>
/// <param name="Time">When.</param>
/// <param name="Who">Who.</param>
/// <param name="Origin">From which address.</param>
/// <param name="Action">What.</param>
/// <param name="Subject">On what.</param>
/// <param name="Detail">With which values.</param>
/// <param name="Result">done, or why not.</param>
internal sealed record AuditDocument(DateTime Time, string Who, string Origin, string Action, string Subject, string Detail, string Result)
{
    public static AuditDocument Of(AuditEntry entry) => new(entry.Time.UtcDateTime, entry.Who, entry.Origin, entry.Action, entry.Subject, entry.Detail, entry.Result);
}
