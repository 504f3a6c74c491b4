using System.Globalization;
using BitGrid.Host.Live;

namespace BitGrid.Host.Mqtt;

/// <summary>What came of a wish.</summary>
/// <param name="Result"><c>granted</c>, <c>refused</c> or <c>taken_back</c>.</param>
/// <param name="Reason">Why it was refused, English; else <see langword="null"/>.</param>
/// <param name="Wish">What was granted; else <see langword="null"/>.</param>
/// <param name="En">The same as a sentence.</param>
/// <param name="De">The same as a German sentence.</param>
internal sealed record OverrideAnswer(string Result, string? Reason, ManualOverride? Wish, string En, string De)
{
    public static OverrideAnswer Refused(string reason) => new("refused", reason, Wish: null, $"Refused: {reason.TrimEnd('.')}.", $"Abgelehnt: {reason.TrimEnd('.')}.");

    /// <param name="request">What the wish became.</param>
    /// <param name="zone">Time zone of the house: people read hours on their own clock.</param>
    public static OverrideAnswer To(OverrideRequest request, TimeZoneInfo zone)
    {
        if (request.Refusal is { } refusal)
            return Refused(refusal);
        if (request.Wish is not { } wish)
            return new("taken_back", Reason: null, Wish: null, "BitGrid decides by itself again.", "BitGrid entscheidet wieder selbst.");

        string until = TimeZoneInfo.ConvertTime(wish.FirstBlock.Plus(wish.Blocks).WindowStart, zone).ToString("HH:mm", CultureInfo.InvariantCulture);
        return wish.Run
            ? new("granted", Reason: null, wish, $"Runs until {until} if battery and safety allow it.", $"Läuft bis {until}, wenn Akku und Sicherheit es zulassen.")
            : new("granted", Reason: null, wish, $"Stays off until {until}.", $"Bleibt bis {until} aus.");
    }
}
