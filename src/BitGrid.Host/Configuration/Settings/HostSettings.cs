using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Host.Configuration.Settings;

/// <summary><c>config.yaml</c>.</summary>
internal sealed record HostSettings
{
    [Description("The house.")]
    public SiteSettings Site { get; init; } = new();

    [Description("The flexible loads in order of priority: the first gets the surplus first.")]
    [Required]
    [MinLength(1)]
    [MaxLength(16)]
    public ImmutableArray<LoadSettings> Loads { get; init; } = [];

    [Description("How much BitGrid does by itself: everything, only safety and autarky (starts are proposed), or only safety.")]
    public AutonomyLevel Autonomy { get; init; } = AutonomyLevel.Full;

    [Description("Longest time that a manual override may hold.")]
    [Range(1, 144)]
    public int MaxOverrideBlocks { get; init; } = 3;

    [Description("The connection to the MQTT broker of the house.")]
    public MqttSettings Mqtt { get; init; } = new();

    [Description("What is kept on disk.")]
    public StorageSettings Storage { get; init; } = new();

    [Description("Copies of the store and the configuration.")]
    public BackupSettings Backup { get; init; } = new();

    [Description("Health, metrics and the page.")]
    public WebSettings Web { get; init; } = new();

    [Description("The log.")]
    public LogSettings Log { get; init; } = new();

    [Description("What a simulation needs to know of the house and nobody measures; a running house does not look at it.")]
    public SimulationSettings Simulation { get; init; } = new();

    public SiteProfile ToProfile() => Site.ToProfile([.. Loads.Select(load => load.ToProfile())]);
}
