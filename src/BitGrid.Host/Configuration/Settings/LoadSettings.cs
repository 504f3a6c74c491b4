using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Host.Configuration.Settings;

/// <summary>An entry of <c>loads</c> in <c>config.yaml</c>: <see cref="LoadProfile"/> in the words of the file.</summary>
internal sealed record LoadSettings
{
    [Description("Stable name of the load: lower case letters, digits, _ and -, beginning with a letter.")]
    [RegularExpression("^[a-z][a-z0-9_-]{0,31}$")]
    [Required]
    public string Id { get; init; } = "";

    [Description("What the load turns electricity into.")]
    public LoadKind Kind { get; init; } = LoadKind.Miner;

    [Description("Power of each level, ascending.")]
    [MinLength(1)]
    [MaxLength(20)]
    [Required]
    public ImmutableArray<double> LevelsW { get; init; } = [];

    [Description("Energy per hash of a miner; null when unknown: its yield is then unknown too.")]
    [Range(0.1, 10_000.0)]
    public double? EfficiencyJTh { get; init; }

    [Description("When the load tells its temperature.")]
    public TemperatureSensing Temperature { get; init; } = TemperatureSensing.Always;

    [Description("True when the load proves its work by a heartbeat.")]
    public bool Heartbeat { get; init; } = true;

    [Description("Surplus beyond a level's power that is needed to step up to it.")]
    [Range(0.0, 100_000.0)]
    public double LevelHysteresisW { get; init; } = 100;

    [Description("Time the load may take after a start until it works: so long its silence is not held against it.")]
    [Range(0, 540)]
    public int StartGraceS { get; init; } = 180;

    public LoadProfile ToProfile() => new()
    {
        Id = Id,
        Kind = Kind,
        LevelsW = LevelsW,
        EfficiencyJTh = EfficiencyJTh,
        Temperature = Temperature,
        Heartbeat = Heartbeat,
        LevelHysteresisW = LevelHysteresisW,
    };
}
