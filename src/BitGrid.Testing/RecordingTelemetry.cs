using System.Collections.Immutable;

namespace BitGrid.Testing;

/// <summary>Keeps what a device reports.</summary>
public sealed class RecordingTelemetry : ITelemetry
{
    readonly Lock _gate = new();
    TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Readings in the order they came.</summary>
    public ImmutableList<Measurement> Measurements { get; private set; } = [];

    /// <summary>What loads said in the order they did.</summary>
    public ImmutableList<LoadReport> LoadReports { get; private set; } = [];

    /// <summary>Forecasts in the order they came.</summary>
    public ImmutableList<SurplusForecast> Forecasts { get; private set; } = [];

    /// <inheritdoc/>
    public void Report(Measurement measurement) => Keep(() => Measurements = Measurements.Add(measurement));

    /// <inheritdoc/>
    public void Report(LoadReport report) => Keep(() => LoadReports = LoadReports.Add(report));

    /// <inheritdoc/>
    public void Report(SurplusForecast forecast) => Keep(() => Forecasts = Forecasts.Add(forecast));

    /// <summary>Waits until something holds of what was reported.</summary>
    /// <param name="holds">Looked at now and after each report.</param>
    /// <param name="timeout">How long at most, on the wall clock.</param>
    /// <exception cref="TimeoutException">It did not come to hold.</exception>
    public async Task UntilAsync(Func<RecordingTelemetry, bool> holds, TimeSpan timeout)
    {
        using CancellationTokenSource late = new(timeout);
        while (true)
        {
            Task next = Next();
            if (holds(this))
                return;
            try
            {
                await next.WaitAsync(late.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException cause)
            {
                throw new TimeoutException($"Not within {timeout}. Reported so far: {Measurements.Count} readings, {LoadReports.Count} load reports, {Forecasts.Count} forecasts.", cause);
            }
        }
    }

    Task Next()
    {
        lock (_gate)
            return _next.Task;
    }

    void Keep(Action add)
    {
        TaskCompletionSource told;
        lock (_gate)
        {
            add();
            told = _next;
            _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        told.SetResult();
    }
}
