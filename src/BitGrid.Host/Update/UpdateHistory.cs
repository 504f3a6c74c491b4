using System.Globalization;
using BitGrid.Boot;

namespace BitGrid.Host.Update;

/// <summary>A line for every update that was asked for, beside the versions.</summary>
internal static class UpdateHistory
{
    /// <summary>Adds a line.</summary>
    /// <param name="places">Where the versions are.</param>
    /// <param name="from">The version before.</param>
    /// <param name="to">The version that is asked for.</param>
    /// <param name="gate">How the recorded days were asked.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Add(BootPlaces places, string from, string to, string gate)
    {
        string time = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        DurableFile.Write(FileIn(places), string.Join('\n', [.. Lines(places), $"{time} {from} to {to}, {gate.ReplaceLineEndings(" ")}", ""]));
    }

    /// <summary>The lines, the oldest first.</summary>
    public static IReadOnlyList<string> Lines(BootPlaces places) =>
        DurableFile.TryRead(FileIn(places)) is { Length: > 0 } text ? text.Split('\n') : [];

    static string FileIn(BootPlaces places) => Path.Combine(places.Root, "history");
}
