using System.Globalization;

namespace BitGrid.Host.Cli;

/// <summary>A line that shows how far a long run of equal steps is.</summary>
internal static class StepProgress
{
    const int Width = 40;

    /// <summary>Bar, steps done, and the time that is left if the rest goes as fast.</summary>
    public static string Line(int done, int all, TimeSpan elapsed)
    {
        int filled = all == 0 ? Width : (int)((long)done * Width / all);
        TimeSpan left = done == 0 ? TimeSpan.Zero : elapsed * (all - done) / done;
        return string.Create(CultureInfo.InvariantCulture, $"{new string('█', filled)}{new string('░', Width - filled)} {done}/{all}  {left:h\\:mm\\:ss} left");
    }
}
