using BitGrid.Host.Live;
using BitGrid.Host.Service;
using Microsoft.AspNetCore.Http;

namespace BitGrid.Host.Web.Security;

/// <summary>Notes who did what from outside, also what was refused.</summary>
internal sealed class AuditTrail(RunningHouse house)
{
    const int MostCharacters = 500;

    /// <param name="context">Who asked.</param>
    /// <param name="action">What for: <c>override</c>, ….</param>
    /// <param name="subject">On what.</param>
    /// <param name="detail">With which values; never a secret.</param>
    /// <param name="refusal">Why not; <see langword="null"/> when it was done.</param>
    public void Note(HttpContext context, string action, string subject, string detail, string? refusal = null) => house.Journal.Note(new AuditEntry(
        house.Clock.Time.GetUtcNow(), context.Who(), context.Origin(), action, Short(subject), Short(detail), Short(refusal ?? AuditEntry.Done)));

    static string Short(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters] + "…";
}
