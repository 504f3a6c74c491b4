using System.Globalization;

namespace BitGrid.Boot;

/// <summary>
/// A <see cref="BootState"/> as text, a word and its value per line. Words that are not known are passed over, so that launchers of
/// different age understand each other.
/// </summary>
internal static class BootStateText
{
    const string TimeFormat = "yyyy-MM-ddTHH:mm:ssZ";

    /// <summary>The text of a state.</summary>
    public static string Write(BootState state)
    {
        List<string> lines =
        [
            "# Written by bitgrid-launcher. To read it: bitgrid update status",
            $"active {state.Active}",
            $"proven {(state.IsProven ? "yes" : "no")}",
            string.Create(CultureInfo.InvariantCulture, $"tries {state.Tries}"),
            $"previous {state.Previous}",
            $"installed {state.Installed}",
        ];
        if (state.Failed is { } failed)
            lines.Add($"failed {failed.Version} {failed.Time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)} {failed.Reason.ReplaceLineEndings(" ")}");
        return string.Join('\n', [.. lines, ""]);
    }

    /// <summary>Reads a state; <see langword="null"/> when the text is none.</summary>
    public static BootState? Read(string text)
    {
        Dictionary<string, string> values = [];
        foreach (string[] words in text.Split('\n').Select(line => line.Split(' ', 2)))
            values[words[0]] = words.Length > 1 ? words[1].Trim() : "";
        if (!values.TryGetValue("active", out string? active)
            || !int.TryParse(values.GetValueOrDefault("tries", "0"), NumberStyles.None, CultureInfo.InvariantCulture, out int tries))
            return null;
        return new()
        {
            Active = active,
            IsProven = values.GetValueOrDefault("proven") == "yes",
            Tries = tries,
            Previous = values.GetValueOrDefault("previous", ""),
            Installed = values.GetValueOrDefault("installed", ""),
            Failed = ReadFailed(values.GetValueOrDefault("failed", "")),
        };
    }

    static FailedVersion? ReadFailed(string text) =>
        text.Split(' ', 3) is [var version, var time, var reason]
        && DateTimeOffset.TryParseExact(time, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? new(version, instant, reason)
            : null;
}
