using System.Globalization;
using BitGrid.Boot;

namespace BitGrid.Host.Update;

/// <summary>Which versions there are and what became of them, for a person.</summary>
internal static class UpdateStatus
{
    const int UpdatesShown = 5;

    /// <summary>The lines.</summary>
    public static string Text(BootPlaces places)
    {
        BootState state = new LauncherAnswer(places).State;
        List<string> lines =
        [
            $"runs      {Or(state.Active, "none yet")}{(state.IsProven ? "" : " (not yet healthy)")}",
            $"before    {Or(state.Previous, "none: there is no way back yet")}",
            $"there are {Or(string.Join(", ", places.Versions()), "none")}",
        ];
        if (state.Failed is { } failed)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"left      {failed.Version} on {failed.Time.UtcDateTime:yyyy-MM-dd HH:mm} UTC: it {failed.Reason}"));
        if (DurableFile.TryRead(places.WishFile) is { } wish)
            lines.Add($"asked for {wish}: it is started when BitGrid runs");
        lines.AddRange(UpdateHistory.Lines(places).TakeLast(UpdatesShown).Select(line => $"update    {line}"));
        return string.Join('\n', [.. lines, ""]);
    }

    static string Or(string text, string nothing) => text.Length > 0 ? text : nothing;
}
