using System.Collections.Immutable;
using System.Globalization;
using BitGrid.Engine;
using BitGrid.Host.Configuration.Settings;

namespace BitGrid.Host.Configuration;

/// <summary>A configuration without errors, ready for the engine.</summary>
internal sealed record SiteConfiguration
{
    // What R3 stops at when it is not configured: the default of the domain.
    const double DefaultThermalLimitC = 85;

    /// <summary>Name of the house, as shown; may be empty.</summary>
    public required string Name { get; init; }

    public required SiteProfile Site { get; init; }

    /// <summary>The enabled rules by id.</summary>
    public required ImmutableArray<RegisteredRule> Rules { get; init; }

    public required RegisteredPolicy Policy { get; init; }

    /// <summary>The devices, by driver and name.</summary>
    public required ImmutableArray<DeviceSetup> Devices { get; init; }

    /// <summary>The rest of <c>config.yaml</c>.</summary>
    public required HostSettings Host { get; init; }

    /// <summary><c>gates.yaml</c>.</summary>
    public required GateSettings Gates { get; init; }

    public required AutonomyLevel Autonomy { get; init; }

    /// <summary>Longest manual override, blocks.</summary>
    public required int MaxOverrideBlocks { get; init; }

    /// <summary>See <see cref="Configuration.ConfigHash"/>.</summary>
    public required string ConfigHash { get; init; }

    /// <summary>Every setting in force, by file in the order of the schema.</summary>
    public required ImmutableArray<EffectiveSetting> Settings { get; init; }

    /// <summary>Temperature from which a running load is too hot, °C: what R3 stops at, or the default of the domain without it.</summary>
    public double ThermalLimitC => Number("rules.R3.t_stop_c") ?? DefaultThermalLimitC;

    /// <summary>A setting that is a number, such as <c>rules.R5.hold_blocks</c>; <see langword="null"/> when there is no such setting, or none in force.</summary>
    public double? Number(string key) =>
        Settings.FirstOrDefault(setting => setting.Key == key) is { Value: not "null" } setting ? double.Parse(setting.Value, CultureInfo.InvariantCulture) : null;
}
