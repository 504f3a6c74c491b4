using System.Runtime.InteropServices;

namespace BitGrid.Launcher;

/// <summary>The signals that the launcher gets and passes on to the program.</summary>
internal sealed class Signals : IDisposable
{
    const int HangUp = 1;
    const int Interrupt = 2;
    const int Quit = 3;

    readonly PosixSignalRegistration[] _registrations;
    volatile RunningProgram? _program;
    volatile bool _isStopping;

    public Signals() => _registrations =
    [
        On(PosixSignal.SIGTERM, Native.Terminate, ends: true),
        On(PosixSignal.SIGINT, Interrupt, ends: true),
        On(PosixSignal.SIGQUIT, Quit, ends: true),
        On(PosixSignal.SIGHUP, HangUp, ends: false),
    ];

    /// <summary>True once the launcher was told to end.</summary>
    public bool IsStopping => _isStopping;

    /// <summary>Passes signals on to a program from now on.</summary>
    public void PassOnTo(RunningProgram program)
    {
        _program = program;
        // One that came in between has met nobody.
        if (_isStopping)
            program.Send(Native.Terminate);
    }

    /// <summary>Keeps signals from a program that has ended: its number may be somebody else's soon.</summary>
    public void PassOnToNobody() => _program = null;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
            registration.Dispose();
    }

    PosixSignalRegistration On(PosixSignal signal, int number, bool ends) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        _isStopping |= ends;
        _program?.Send(number);
    });
}
