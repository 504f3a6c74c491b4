using System.ComponentModel;
using System.Globalization;
using BitGrid.Boot;

namespace BitGrid.Launcher;

/// <summary>
/// Starts the version in force and watches over it. A version on trial that does not become healthy within its tries is left for
/// the previous one; any other end is passed on to whoever started the launcher, with its exit code.
/// </summary>
internal sealed class Supervisor : IDisposable
{
    /// <summary>Time between two looks at the program.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    const int NoVersion = 69;

    static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);
    static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(25);
    static readonly TimeSpan TimeToGiveUp = TimeSpan.FromSeconds(5);

    readonly LauncherArguments _arguments;
    readonly BootPlaces _places;
    readonly StateKeeper _keeper;
    readonly Signals _signals = new();

    public Supervisor(LauncherArguments arguments)
    {
        (_arguments, _places) = (arguments, arguments.Places);
        _keeper = new(_places, Say);
    }

    /// <summary>Tells why nothing is started.</summary>
    /// <returns>The exit code.</returns>
    public static int Refuse(string why)
    {
        Say($"error: {why}");
        return NoVersion;
    }

    public static string NothingToStart(BootPlaces places) => $"there is no version of BitGrid in {places.Slots} or {places.KeptSlots}. Install one.";

    /// <summary>Runs until the program has ended for good.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        while (true)
        {
            if (_keeper.Settle() is not { } state)
                return Refuse(NothingToStart(_places));
            if (RunOnce(state) is { } exitCode)
                return exitCode;
        }
    }

    public void Dispose() => _signals.Dispose();

    // The exit code; null when there is more to start.
    int? RunOnce(BootState state)
    {
        if (state.IsOnTrial && state.Tries >= _arguments.Tries)
        {
            FallBack(state, "was cut off, as by a power cut");
            return null;
        }

        state = state.IsOnTrial ? state with { Tries = state.Tries + 1 } : state;
        _keeper.Write(state);
        File.Delete(_places.ReportFile);
        Say(state.IsOnTrial
            ? string.Create(CultureInfo.InvariantCulture, $"starts {state.Active}, try {state.Tries} of {_arguments.Tries}; before it there was {state.Previous}")
            : $"starts {state.Active}");
        (ProgramEnd end, string? fault) = Watch(ref state);
        _signals.PassOnToNobody();
        if (_signals.IsStopping)
        {
            // A try that was ended from outside says nothing of the version.
            _keeper.Write(state.IsOnTrial ? state with { Tries = state.Tries - 1 } : state);
            return end.ExitCode;
        }

        if (_keeper.HasWish)
            return null;
        Say($"{state.Active} {fault ?? end.ToString()}");
        if (!state.IsOnTrial)
            return end.ExitCode == 0 && fault is not null ? 1 : end.ExitCode;
        if (state.Tries >= _arguments.Tries)
            FallBack(state, fault!);
        else
            Thread.Sleep(BetweenTries);
        return null;
    }

    void FallBack(BootState state, string fault)
    {
        string reason = string.Create(CultureInfo.InvariantCulture, $"was not healthy in {state.Tries} tries; in the last it {fault}");
        _keeper.Write(state.FallBack(TimeProvider.System.GetUtcNow(), reason));
        Say($"{state.Active} is left, {state.Previous} takes its place: it {reason}");
    }

    // How the program ended, and why it counts as not healthy; null when it was healthy before.
    (ProgramEnd End, string? Fault) Watch(ref BootState state)
    {
        RunningProgram program;
        try
        {
            program = RunningProgram.Start(ProgramCall.Of(_places.FolderOf(state.Active)!, _arguments));
        }
        catch (Win32Exception failure)
        {
            return (new(126, 0), $"cannot be started: {failure.Message}");
        }

        _signals.PassOnTo(program);
        long deadline = Environment.TickCount64 + (long)_arguments.HealthyWithin.TotalMilliseconds;
        bool isHealthy = false;
        while (true)
        {
            if (program.End() is { } end)
                return (end, isHealthy ? null : $"{end} before it was healthy");
            if (!_signals.IsStopping && _keeper.HasWish)
                return (program.Stop(TimeToStop), Fault: null);
            if (!isHealthy && BootReport.Read(_places) is { } report)
            {
                if (report.Fault is { } fault)
                    return (program.Stop(TimeToGiveUp), fault);
                isHealthy = true;
                state = Prove(state);
            }

            if (!isHealthy && !_signals.IsStopping && Environment.TickCount64 > deadline)
                return (program.Stop(TimeToGiveUp), string.Create(CultureInfo.InvariantCulture, $"was not healthy within {_arguments.HealthyWithin.TotalSeconds:0} s"));
            Thread.Sleep(Pause);
        }
    }

    BootState Prove(BootState state)
    {
        BootState proven = state.Prove();
        _keeper.Write(proven);
        Say($"{proven.Active} is healthy");
        // On a thread of its own: it takes its time, and nothing waits for it. What an ending cuts off is made at the next start.
        new Thread(() => Keep(proven)) { IsBackground = true }.Start();
        return proven;
    }

    // What a package or an image has brought is gone with the next one.
    void Keep(BootState state)
    {
        try
        {
            if (state.Active == state.Installed)
            {
                Directory.CreateDirectory(_places.KeptSlots);
                SlotCopy.Make(_places.FolderOf(state.Active)!, Path.Combine(_places.KeptSlots, state.Active));
            }

            SlotCopy.Prune(_places.KeptSlots, state.Active, state.Previous);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Say($"{state.Active} cannot be kept for a way back ({failure.Message}); make room below {_places.State}");
        }
    }

    static void Say(string what) => Console.Error.WriteLine($"bitgrid-launcher: {what}");
}
