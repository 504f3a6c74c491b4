using BitGrid.Engine.Replay;
using BitGrid.Host.Recordings;

namespace BitGrid.Host.Gate;

/// <summary>Recorded days in memory.</summary>
/// <param name="Rows">The rows in order.</param>
internal sealed record RecordedDays(IReadOnlyList<ReplayRow> Rows)
{
    /// <summary>Reads a period.</summary>
    /// <exception cref="GateException">The recording is faulty.</exception>
    public static RecordedDays Read(string data, Period period, SiteProfile site)
    {
        InputReport report = new();
        List<ReplayRow> rows = [.. new RecordingReader(site, report, period).Read(data)];
        return report.IsBad ? throw Faulty(data, report) : new(rows);
    }

    /// <summary>The last so many days of a recording, UTC; <see langword="null"/> when nothing is recorded.</summary>
    /// <exception cref="GateException">The recording is faulty.</exception>
    public static Period? Last(string data, int days, SiteProfile site)
    {
        InputReport report = new();
        IReadOnlyList<RecordingPart> parts = RecordingFiles.Find(data, report);
        // The newest part that has rows tells the last day: a whole recording when it is one file, a day in a data folder.
        for (int i = parts.Count - 1; i >= 0 && !report.IsBad && report.Last is null; i--)
        {
            foreach (ReplayRow _ in new RecordingReader(site, report).Read([parts[i]]))
            {
            }
        }

        if (report.IsBad)
            throw Faulty(data, report);
        return report.Last is { } last ? new Period(new Block((last.Day - days + 1) * Block.PerDay), new Block((last.Day + 1) * Block.PerDay)) : null;
    }

    static GateException Faulty(string data, InputReport report) => new($"{data}: the recorded days cannot be used.\n{report}");
}
