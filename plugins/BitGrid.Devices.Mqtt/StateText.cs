using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BitGrid.Devices.Mqtt;

/// <summary>Turns what the load says into running and level. What is not understood says nothing: it is neither on nor off.</summary>
sealed class StateText(MqttLoadOptions options)
{
    readonly ImmutableArray<string> _levelStates = options.LevelStates.IsEmpty ? options.LevelPayloads : options.LevelStates;

    public LoadReport? Report(ReadOnlyMemory<byte> payload)
    {
        string? text = options.StatePath is { } path ? JsonText.At(payload, path) : Encoding.UTF8.GetString(payload.Span);
        return text is null ? null : Of(text.Trim());
    }

    LoadReport? Of(string state)
    {
        if (options.PowerThresholdW is { } thresholdW)
            return PowerOf(state) is { } powerW ? new(options.Load, powerW >= thresholdW) : null;
        if (IndexOf(_levelStates, state) is >= 0 and int index)
            return new(options.Load, Running: true, index + 1);
        if (IndexOf(options.OffStates, state) >= 0)
            return new(options.Load, Running: false);
        return IndexOf(options.OnStates, state) >= 0 ? new(options.Load, Running: true) : null;
    }

    static int IndexOf(ImmutableArray<string> words, string state) => words.IndexOf(state, StringComparer.OrdinalIgnoreCase);

    static double? PowerOf(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double powerW) && double.IsFinite(powerW) ? powerW : null;
}
