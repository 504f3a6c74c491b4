using System.Globalization;

namespace BitGrid.Host.Recordings;

/// <summary>Instants as they stand in files: ISO 8601, UTC unless an offset says otherwise; never the machine's own zone.</summary>
internal static class IsoInstant
{
    /// <summary>Text for people who have to correct an instant.</summary>
    public const string Allowed = "an instant such as 2024-06-30T12:10:00Z";

    static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);
}
