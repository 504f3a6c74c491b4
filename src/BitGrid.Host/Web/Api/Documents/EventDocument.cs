using BitGrid.Host.Live;
using BitGrid.Host.Store;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>Something that happened to the house or to BitGrid.</summary>
/// <param name="Time">When.</param>
/// <param name="Level">How grave: info, warning or critical.</param>
/// <param name="Code">Stable word for it.</param>
/// <param name="Subject">What it is about; empty when it is BitGrid itself.</param>
/// <param name="Message">What, and how to mend it.</param>
/// <param name="Acknowledged">True when somebody has said that he knows.</param>
internal sealed record EventDocument(DateTime Time, string Level, string Code, string Subject, string Message, bool Acknowledged)
{
    public static EventDocument Of(HealthEvent happened) => new(
        happened.Time.UtcDateTime, StoreWords.Of(happened.Level), happened.Code, happened.Subject, happened.Message, happened.Acknowledged);
}
