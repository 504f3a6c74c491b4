namespace BitGrid;

/// <summary>What the host lends to a device.</summary>
/// <param name="DeviceId">Its name: the key below its driver in <c>config.yaml</c>.</param>
/// <param name="Site">The house.</param>
/// <param name="Time">The clock and all timers. The only one to use: a simulated house runs faster than the wall clock.</param>
/// <param name="Telemetry">Where to report.</param>
/// <param name="Bus">The MQTT connection of the house.</param>
/// <param name="Secrets">Passwords and tokens.</param>
public sealed record DeviceContext(string DeviceId, SiteProfile Site, TimeProvider Time, ITelemetry Telemetry, IMessageBus Bus, ISecrets Secrets);
