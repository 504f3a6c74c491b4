using BitGrid.Boot;
using BitGrid.Host.Live;
using BitGrid.Host.Service;

namespace BitGrid.Host.Update;

/// <summary>
/// Tells the launcher, once, whether this version works: healthy when the controller has decided and gone on for half a minute,
/// unfit as soon as it cannot keep what it decides, as after a migration that failed.
/// </summary>
internal sealed class HealthProof : IDisposable
{
    static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    readonly BootPlaces? _launcher;
    readonly RunningHouse _house;
    long? _startedAt;
    bool _isTold;

    /// <param name="launcher">Where the launcher listens; <see langword="null"/> when none has started this program.</param>
    /// <param name="house">The house that shows whether it works.</param>
    public HealthProof(BootPlaces? launcher, RunningHouse house)
    {
        (_launcher, _house) = (launcher, house);
        if (launcher is not null)
            house.Controller.Beaten += Look;
    }

    public void Dispose() => _house.Controller.Beaten -= Look;

    void Look()
    {
        if (_isTold)
            return;
        if (_house.Health.Problems.FirstOrDefault(problem => problem.Code == "store_failing") is { } fault)
            Tell(new($"{fault.Code}: {fault.Message}"));
        else if (!_house.Controller.IsStarted)
            _startedAt = null;
        else if (TimeProvider.System.GetElapsedTime(_startedAt ??= TimeProvider.System.GetTimestamp()) >= LongEnough)
            Tell(new(Fault: null));
    }

    // Beside the beat, which must not wait for a disk.
    void Tell(BootReport report)
    {
        _isTold = true;
        _ = Task.Run(() =>
        {
            try
            {
                report.Write(_launcher!);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                _house.Health.Raise(HealthLevel.Warning, "launcher_not_told", _launcher!.State, $"The launcher cannot be told how this version is ({failure.Message}); it will take it for a broken one. Make room below {_launcher.State}, or let the user that runs BitGrid write there.");
            }
        });
    }
}
