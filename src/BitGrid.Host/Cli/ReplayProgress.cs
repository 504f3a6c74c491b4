using System.Globalization;
using BitGrid.Host.Recordings;
using Spectre.Console;

namespace BitGrid.Host.Cli;

/// <summary>A bar that shows how far a long replay is, when a person watches.</summary>
internal static class ReplayProgress
{
    const int BlocksBetweenUpdates = 4 * Block.PerDay;
    const int Width = 40;

    public static IEnumerable<ReplayStep> Watch(Terminal terminal, ReadProgress read, IEnumerable<ReplayStep> steps) =>
        terminal.Interactive ? Watched(terminal, read, steps) : steps;

    /// <summary>The bar: done, to do, per cent, and the day that is decided about.</summary>
    public static string Bar(double share, DateTimeOffset time)
    {
        int done = (int)(share * Width);
        return string.Create(CultureInfo.InvariantCulture, $"{new string('█', done)}{new string('░', Width - done)} {share * 100,3:0} %  {time:yyyy-MM-dd}");
    }

    static IEnumerable<ReplayStep> Watched(Terminal terminal, ReadProgress read, IEnumerable<ReplayStep> steps)
    {
        long blocks = 0;
        foreach (ReplayStep step in steps)
        {
            if (++blocks % BlocksBetweenUpdates == 0)
                terminal.Progress.Write(new ControlCode($"\r{Bar(read.Share, step.Decisions[0].Situation.State.Time)}"));
            yield return step;
        }

        terminal.Progress.Write(new ControlCode("\r\u001b[K"));
    }
}
