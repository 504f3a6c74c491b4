using System.Collections.Concurrent;

namespace BitGrid.Host.Tests.Mqtt;

/// <summary>Writes down what is reported.</summary>
sealed class Telemetry : ITelemetry
{
    public ConcurrentQueue<Measurement> Measurements { get; } = [];

    public ConcurrentQueue<SurplusForecast> Forecasts { get; } = [];

    public void Report(Measurement measurement) => Measurements.Enqueue(measurement);

    public void Report(LoadReport report) => throw new NotSupportedException("No topic tells what a load does.");

    public void Report(SurplusForecast forecast) => Forecasts.Enqueue(forecast);
}
