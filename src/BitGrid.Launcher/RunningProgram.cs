using System.ComponentModel;

namespace BitGrid.Launcher;

/// <summary>A program that was started, until it has ended.</summary>
internal sealed class RunningProgram
{
    readonly int _process;

    RunningProgram(int process) => _process = process;

    /// <summary>Starts a program; it shares the streams of this one.</summary>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public static RunningProgram Start(ProgramCall call)
    {
        int fault = Native.Spawn(out int process, call.Path, 0, 0, call.Words, call.Environment);
        return fault == 0 ? new(process) : throw new Win32Exception(fault);
    }

    /// <summary>Passes a signal on.</summary>
    public void Send(int signal) => _ = Native.Signal(_process, signal);

    /// <summary>How it ended; <see langword="null"/> while it runs. Also takes leave of orphans, which the first process of a container inherits.</summary>
    public ProgramEnd? End()
    {
        int process;
        while ((process = Native.Wait(-1, out int status, Native.NoHang)) > 0)
        {
            if (process == _process)
                return ProgramEnd.OfStatus(status);
        }

        return null;
    }

    /// <summary>Asks it to end, and ends it when it does not.</summary>
    /// <param name="patience">Time it has to stop its loads and to write what is pending.</param>
    public ProgramEnd Stop(TimeSpan patience)
    {
        Send(Native.Terminate);
        long deadline = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        bool isKilled = false;
        while (true)
        {
            if (End() is { } end)
                return end;
            if (!isKilled && Environment.TickCount64 > deadline)
            {
                Send(Native.Kill);
                isKilled = true;
            }

            Thread.Sleep(Supervisor.Pause);
        }
    }
}
