using System.Globalization;
using BitGrid.Engine.Explanation;

namespace BitGrid.Host.Web.Page.Speech;

/// <summary>How the page speaks: one language, and the clock of the house. The forms stand here and are not taken from the machine's cultures.</summary>
/// <param name="language">The language.</param>
/// <param name="zone">Time zone of the house.</param>
internal sealed class Tongue(Language language, TimeZoneInfo zone)
{
    const string Unknown = "–";

    static readonly NumberFormatInfo German = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "−" };
    static readonly NumberFormatInfo English = new() { NegativeSign = "−" };
    static readonly string[] GermanDays = ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"];
    static readonly string[] EnglishDays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    /// <summary>The language.</summary>
    public Language Language => language;

    /// <summary>Its code in HTML.</summary>
    public string Code => language == Language.De ? "de" : "en";

    /// <summary>Time zone of the house.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>Says why.</summary>
    public Explainer Explainer { get; } = new(language, zone);

    /// <summary>Picks the wording of the language.</summary>
    public string Say(string en, string de) => language == Language.De ? de : en;

    /// <summary>A number with its unit; a dash when it is not known.</summary>
    public string Number(double? value, int decimals, string unit = "")
    {
        if (value is not { } number || !double.IsFinite(number))
            return Unknown;
        string text = Math.Round(number, decimals).ToString("#,0." + new string('0', decimals), language == Language.De ? German : English);
        return (unit.Length == 0 ? text : $"{text}\u00A0{unit}").Replace("−0\u00A0", "0\u00A0", StringComparison.Ordinal);
    }

    /// <summary>A power as people read it: 850 W, 1.8 kW.</summary>
    public string Power(double? watts) =>
        Math.Abs(watts ?? 0) < 1000 ? Number(watts, 0, "W") : Number(watts / 1000, 1, "kW");

    /// <summary>Time of day: 14:30.</summary>
    public string Clock(DateTimeOffset instant) => Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Day and time: Sun 08.06. 14:30.</summary>
    public string DayAndClock(DateTimeOffset instant) => $"{Day(DateOnly.FromDateTime(Local(instant).Date))} {Clock(instant)}";

    /// <summary>A day, short enough for a phone: Sun 8 Jun.</summary>
    public string Day(DateOnly day) => language == Language.De
        ? $"{GermanDays[(int)day.DayOfWeek]} {day.ToString("dd.MM.", CultureInfo.InvariantCulture)}"
        : $"{EnglishDays[(int)day.DayOfWeek]} {day.ToString("d MMM", CultureInfo.InvariantCulture)}";

    /// <summary>A length of time: 40 s, 25 min, 3 h 20 min, 4 days.</summary>
    public string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 2 } => $"{Math.Max(0, (int)span.TotalSeconds)}\u00A0s",
        { TotalHours: < 2 } => $"{(int)span.TotalMinutes}\u00A0min",
        { TotalDays: < 2 } => $"{(int)span.TotalHours}\u00A0h\u00A0{span.Minutes}\u00A0min",
        _ => $"{(int)span.TotalDays}\u00A0{Say("days", "Tagen")}",
    };

    /// <summary>An instant on the clock of the house.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);
}
