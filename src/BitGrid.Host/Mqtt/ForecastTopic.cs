using System.Collections.Immutable;
using System.Text.Json;
using BitGrid.Host.Live;
using BitGrid.Host.Recordings;

namespace BitGrid.Host.Mqtt;

/// <summary>Turns the messages of the forecast's topic into forecasts. A retained one counts: a forecast says itself when it begins.</summary>
internal sealed class ForecastTopic(string topic, ITelemetry telemetry, TimeProvider time, Action<HealthEvent> tell)
{
    // Two weeks; nobody knows the sun of the third.
    const int MaxBlocks = 14 * Block.PerDay;

    const string Expected = """{"first": "2025-06-08T10:00:00Z", "surplus_w": [1200, 1500], "confidence": 0.8}, with a value per block of ten minutes and a confidence of 0 to 1 or none""";

    readonly TopicFaults _faults = new(topic, time, tell);

    /// <summary>Never throws, whatever the message holds.</summary>
    public void Receive(BusMessage message)
    {
        if (Read(message.Payload) is not { } forecast)
        {
            _faults.Bad(message.Payload.Span, Expected);
            return;
        }

        _faults.Good();
        telemetry.Report(forecast);
    }

    static SurplusForecast? Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(payload);
            return Read(document.RootElement);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    static SurplusForecast? Read(JsonElement root)
    {
        double? confidence = root.TryGetProperty("confidence", out JsonElement given) && given.ValueKind != JsonValueKind.Null ? Number(given) : null;
        ImmutableArray<double> surplusW = [.. root.GetProperty("surplus_w").EnumerateArray().Take(MaxBlocks).Select(Number)];
        return IsoInstant.TryParse(root.GetProperty("first").GetString(), out DateTimeOffset first) && surplusW.All(double.IsFinite) && confidence is null or (>= 0 and <= 1)
            ? new(Block.At(first), surplusW, confidence)
            : null;
    }

    static double Number(JsonElement element) => element.TryGetDouble(out double value) ? value : double.NaN;
}
