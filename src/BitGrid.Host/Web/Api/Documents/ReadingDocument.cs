using BitGrid.Engine.Intake;
using BitGrid.Host.Live.Signals;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>A reading and how old it is.</summary>
/// <param name="Reading">Which.</param>
/// <param name="LoadId">The load it belongs to; null for one of the site.</param>
/// <param name="State">What can be said of it: fresh, stale or frozen.</param>
/// <param name="Value">Its last value, however old.</param>
/// <param name="AgeS">Seconds since it was told.</param>
internal sealed record ReadingDocument(string Reading, string? LoadId, string State, double? Value, double? AgeS)
{
    public static ReadingDocument Of(SignalGlance signal) => new(
        ReadingNames.NameOf(signal.Reading), signal.LoadId, signal.State.ToString().ToLowerInvariant(), signal.Value, signal.Age is { } age ? Math.Round(age.TotalSeconds, 1) : null);
}
