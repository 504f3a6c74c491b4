using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Host.Configuration.Settings;

/// <summary>An entry of <c>mqtt.topics</c> in <c>config.yaml</c>: where a reading comes from and how it is turned into the domain's unit and sign.</summary>
internal sealed record TopicSettings
{
    [Description("Topic of the message, without wildcards.")]
    [RegularExpression("^[^#+]+$")]
    [Required]
    public string Topic { get; init; } = "";

    [Description("The reading it brings.")]
    [Required]
    public Reading Reading { get; init; }

    [Description("The load that a miner_… reading belongs to; null for the first load.")]
    public string? Load { get; init; }

    [Description("Where the number stands in a JSON message: keys and indices with dots, such as ENERGY.Power or phases.0.w; null when the message is the number.")]
    public string? JsonPath { get; init; }

    [Description("Unit of the number, such as kW, EUR/MWh, GH/s, °F, ms or ratio (0 to 1); null: that of the reading.")]
    public string? Unit { get; init; }

    [Description("True: the sign is the other way round than BitGrid's (+ import, + discharge).")]
    public bool Invert { get; init; }

    [Description("True: a message that the broker kept from earlier counts as well; right for prices, wrong for what is measured.")]
    public bool Retained { get; init; }

    [Description("Age from which the reading is no longer used; null: what suits the reading.")]
    [Range(1, 604_800)]
    public int? StaleAfterS { get; init; }

    [Description("Time from which an unchanged value is taken for a broken sensor; null: what suits the reading, 0: never.")]
    [Range(0, 604_800)]
    public int? FrozenAfterS { get; init; }
}
