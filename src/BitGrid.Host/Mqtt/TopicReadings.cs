using System.Collections.Immutable;
using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Live;

namespace BitGrid.Host.Mqtt;

/// <summary>Readings and forecasts that others publish, as <c>mqtt.topics</c> and <c>mqtt.forecast_topic</c> describe them.</summary>
internal sealed class TopicReadings : IDisposable
{
    readonly ImmutableArray<IDisposable> _subscriptions;

    /// <param name="settings">Topics; checked.</param>
    /// <param name="bus">Where they come from.</param>
    /// <param name="telemetry">Takes what they bring.</param>
    /// <param name="time">The house's clock, for events.</param>
    /// <param name="tell">Takes events; must not block.</param>
    public TopicReadings(MqttSettings settings, IMessageBus bus, ITelemetry telemetry, TimeProvider time, Action<HealthEvent> tell) => _subscriptions =
    [
        .. settings.Topics.Select(topic => bus.Subscribe(topic.Topic, new TopicReading(topic, telemetry, time, tell).Receive)),
        .. settings.ForecastTopic is { } forecast ? [bus.Subscribe(forecast, new ForecastTopic(forecast, telemetry, time, tell).Receive)] : ImmutableArray<IDisposable>.Empty,
    ];

    /// <summary>Ends all subscriptions.</summary>
    public void Dispose()
    {
        foreach (IDisposable subscription in _subscriptions)
            subscription.Dispose();
    }
}
