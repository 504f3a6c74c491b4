using System.Globalization;
using BitGrid.Engine.Explanation;
using BitGrid.Host.Live;

namespace BitGrid.Host.Mqtt;

/// <summary>What came of a wish.</summary>
/// <param name="Result"><c>granted</c>, <c>refused</c> or <c>taken_back</c>.</param>
/// <param name="InForce">False when it does not hold, be it granted: battery or safety may decide otherwise for the time being.</param>
/// <param name="Reason">Why it does not hold, English; <see langword="null"/> when it does or was taken back.</param>
/// <param name="Wish">What was granted; else <see langword="null"/>.</param>
/// <param name="En">The same as a sentence.</param>
/// <param name="De">The same as a German sentence.</param>
internal sealed record OverrideAnswer(string Result, bool InForce, string? Reason, ManualOverride? Wish, string En, string De)
{
    public static OverrideAnswer Refused(string reason) =>
        new("refused", InForce: false, reason, Wish: null, $"Refused: {reason.TrimEnd('.')}.", $"Abgelehnt: {reason.TrimEnd('.')}.");

    /// <param name="request">What the wish became.</param>
    /// <param name="zone">Time zone of the house: people read hours on their own clock.</param>
    public static OverrideAnswer To(OverrideRequest request, TimeZoneInfo zone)
    {
        if (request.Refusal is { } refusal)
            return Refused(refusal);
        if (request.Wish is not { } wish)
            return new("taken_back", InForce: false, Reason: null, Wish: null, "BitGrid decides by itself again.", "BitGrid entscheidet wieder selbst.");
        return request is { IsInForce: false, Decision: { } otherwise } ? HeldBack(wish, otherwise, zone) : Granted(wish, zone);
    }

    static OverrideAnswer HeldBack(ManualOverride wish, DecisionRecord otherwise, TimeZoneInfo zone)
    {
        Explainer english = new(Language.En, zone);
        return new("granted", InForce: false, english.Because(otherwise), wish, english.Sentence(otherwise), new Explainer(Language.De, zone).Sentence(otherwise));
    }

    static OverrideAnswer Granted(ManualOverride wish, TimeZoneInfo zone)
    {
        string until = TimeZoneInfo.ConvertTime(wish.FirstBlock.Plus(wish.Blocks).WindowStart, zone).ToString("HH:mm", CultureInfo.InvariantCulture);
        return wish.Run
            ? new("granted", InForce: true, Reason: null, wish, $"Runs until {until} if battery and safety allow it.", $"Läuft bis {until}, wenn Akku und Sicherheit es zulassen.")
            : new("granted", InForce: true, Reason: null, wish, $"Stays off until {until}.", $"Bleibt bis {until} aus.");
    }
}
