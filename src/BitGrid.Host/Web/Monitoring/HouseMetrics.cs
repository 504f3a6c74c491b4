using BitGrid.Engine.Replay;
using BitGrid.Host.Live;
using BitGrid.Host.Service;
using Prometheus;

namespace BitGrid.Host.Web.Monitoring;

/// <summary>What Prometheus can read of a house.</summary>
internal sealed class HouseMetrics : IDisposable
{
    readonly RunningHouse _house;
    readonly Counter _decisions;
    readonly Gauge _running;
    readonly Gauge _level;
    readonly Gauge _surplusW;
    readonly Histogram _latency;

    public HouseMetrics(RunningHouse house)
    {
        _house = house;
        MetricFactory make = Prometheus.Metrics.WithCustomRegistry(Registry);
        _decisions = make.CreateCounter("bitgrid_decisions_total", "Decisions by what asked for them, what was done and why.", "load", "trigger", "action", "reason_code");
        _running = make.CreateGauge("bitgrid_load_running", "1 while the load runs.", "load");
        _level = make.CreateGauge("bitgrid_load_level", "Level of the load; 0 is off.", "load");
        _surplusW = make.CreateGauge("bitgrid_surplus_watts", "PV minus house in the newest decided state; NaN while it is unknown.");
        _latency = make.CreateHistogram("bitgrid_decision_latency_seconds", "From the moment a decision was due until it was on the disk.", new HistogramConfiguration { Buckets = [0.005, 0.01, 0.03, 0.1, 0.3, 1, 3, 10] });
        Gauge problems = make.CreateGauge("bitgrid_problems", "Problems there are now.", "level");
        Counter messages = make.CreateCounter("bitgrid_messages_total", "Readings that came from devices.", "taken");
        Gauge mqtt = make.CreateGauge("bitgrid_mqtt_connected", "1 while there is a connection to the broker.");
        Registry.AddBeforeCollectCallback(() =>
        {
            foreach (HealthLevel level in (ReadOnlySpan<HealthLevel>)[HealthLevel.Warning, HealthLevel.Critical])
                problems.WithLabels(level == HealthLevel.Critical ? "critical" : "warning").Set(_house.Health.Problems.Count(problem => problem.Level == level));
            messages.WithLabels("yes").IncTo(_house.Controller.Messages.Taken);
            messages.WithLabels("no").IncTo(_house.Controller.Messages.Refused);
            mqtt.Set(_house.Bus is { Status.IsConnected: true } ? 1 : 0);
        });
        _house.Recorded += Count;
    }

    /// <summary>The metrics of this house.</summary>
    public CollectorRegistry Registry { get; } = Prometheus.Metrics.NewCustomRegistry();

    public void Dispose() => _house.Recorded -= Count;

    void Count(TakenDecision decision)
    {
        DecisionRecord record = decision.Record;
        _decisions.WithLabels(record.LoadId, Words.Of(record.Trigger), Words.Of(record.Action), record.Reason.Code).Inc();
        _running.WithLabels(record.LoadId).Set(record.NewState.Running ? 1 : 0);
        _level.WithLabels(record.LoadId).Set(record.NewState.Level);
        _surplusW.Set(decision.Row.State.SurplusW ?? double.NaN);
        _latency.Observe(_house.Latency.TotalSeconds);
    }
}
