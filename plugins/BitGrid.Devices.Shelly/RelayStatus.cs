using System.Text.Json;

namespace BitGrid.Devices.Shelly;

/// <summary>Answer to <c>Switch.GetStatus</c>.</summary>
/// <param name="Output">True when the relay is closed.</param>
/// <param name="PowerW">Power of the load, W; <see langword="null"/> when it does not measure.</param>
/// <param name="Errors">What it protects itself from, such as <c>overtemp</c>; mostly empty.</param>
sealed record RelayStatus(bool Output, double? PowerW, IReadOnlyList<string> Errors)
{
    /// <returns><see langword="null"/> when there is no output in it.</returns>
    public static RelayStatus? Of(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("output", out JsonElement output) && output.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? new(output.GetBoolean(), PowerIn(json), [.. ErrorsIn(json)])
            : null;

    static double? PowerIn(JsonElement json) =>
        json.TryGetProperty("apower", out JsonElement power) && power.ValueKind == JsonValueKind.Number ? power.GetDouble() : null;

    static IEnumerable<string> ErrorsIn(JsonElement json) =>
        json.TryGetProperty("errors", out JsonElement errors) && errors.ValueKind == JsonValueKind.Array
            ? errors.EnumerateArray().Select(error => error.ToString())
            : [];
}
