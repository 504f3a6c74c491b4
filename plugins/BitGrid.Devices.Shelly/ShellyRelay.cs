using System.Globalization;
using System.Text.Json;

namespace BitGrid.Devices.Shelly;

/// <summary>
/// A load on a Shelly relay. Each command carries the time after which the relay opens by itself, so a load whose BitGrid has
/// died does not run on. The relay has one level: any level of the load closes it.
/// </summary>
/// <param name="options">Settings.</param>
/// <param name="context">What the host lends.</param>
[Device("shelly-relay")]
public sealed class ShellyRelay(ShellyRelayOptions options, DeviceContext context) : ILoadSwitch, IDisposable
{
    const int OldestGeneration = 2;

    readonly ShellyClient _client = new(options, context.Secrets, context.Time);
    bool _known;

    /// <inheritdoc/>
    public string LoadId => options.Load;

    /// <inheritdoc/>
    public async Task SwitchAsync(LoadCommand command, CancellationToken cancellation)
    {
        await IdentifyAsync(cancellation).ConfigureAwait(false);
        await _client.CallAsync("Switch.Set", Parameters(command), cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken stop)
    {
        await IdentifyAsync(stop).ConfigureAwait(false);
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(options.PollS), context.Time);
        do
            Report(await StatusAsync(stop).ConfigureAwait(false));
        while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    // A timer of its own would turn an off relay on again, so off carries none.
    string Parameters(LoadCommand command) => command.Run
        ? string.Create(CultureInfo.InvariantCulture, $$"""{"id":{{options.Channel}},"on":true,"toggle_after":{{ValidForS(command)}}}""")
        : string.Create(CultureInfo.InvariantCulture, $$"""{"id":{{options.Channel}},"on":false}""");

    static int ValidForS(LoadCommand command) => (int)Math.Max(1, Math.Round(command.ValidFor.TotalSeconds));

    async Task IdentifyAsync(CancellationToken cancellation)
    {
        if (_known)
            return;
        JsonElement who = await _client.DescribeAsync(cancellation).ConfigureAwait(false);
        if (GenerationOf(who) is not >= OldestGeneration)
            throw new NotSupportedException($"Shelly {options.Host} is of the first generation. shelly-relay needs the second or a later one (Plus, Pro, Mini, Gen3, Gen4), which can open its relay by itself.");
        _known = true;
    }

    async Task<RelayStatus> StatusAsync(CancellationToken cancellation)
    {
        string parameters = string.Create(CultureInfo.InvariantCulture, $$"""{"id":{{options.Channel}}}""");
        return RelayStatus.Of(await _client.CallAsync("Switch.GetStatus", parameters, cancellation).ConfigureAwait(false))
            ?? throw new IOException($"Shelly {options.Host} does not tell whether output {options.Channel.ToString(CultureInfo.InvariantCulture)} is on.");
    }

    void Report(RelayStatus status)
    {
        if (options.MeasuresPower)
            context.Telemetry.Report(new Measurement(Reading.MinerPowerW, status.PowerW, options.Load));
        context.Telemetry.Report(new LoadReport(options.Load, status.Output));
        if (status.Errors.Count > 0)
            throw new IOException($"Shelly {options.Host} reports {string.Join(", ", status.Errors)} on output {options.Channel.ToString(CultureInfo.InvariantCulture)}. It may have switched the load off to protect itself.");
    }

    static int? GenerationOf(JsonElement who) =>
        who.ValueKind == JsonValueKind.Object && who.TryGetProperty("gen", out JsonElement gen) && gen.ValueKind == JsonValueKind.Number && gen.TryGetInt32(out int number) ? number : null;
}
