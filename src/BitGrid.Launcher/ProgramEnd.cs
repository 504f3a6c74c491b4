using System.Globalization;

namespace BitGrid.Launcher;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code, or 128 and the number of the signal that ended it, as a shell tells it.</param>
/// <param name="Signal">The signal that ended it; 0 when it ended by itself.</param>
internal readonly record struct ProgramEnd(int ExitCode, int Signal)
{
    /// <summary>Reads what <c>waitpid</c> tells.</summary>
    public static ProgramEnd OfStatus(int status)
    {
        int signal = status & 0x7f;
        return signal == 0 ? new((status >> 8) & 0xff, 0) : new(128 + signal, signal);
    }

    /// <summary>In words, without the subject.</summary>
    public override string ToString() => Signal == 0
        ? string.Create(CultureInfo.InvariantCulture, $"ended with exit code {ExitCode}")
        : string.Create(CultureInfo.InvariantCulture, $"was ended by signal {Signal}");
}
