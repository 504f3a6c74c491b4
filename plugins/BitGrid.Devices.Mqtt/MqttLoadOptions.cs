using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Devices.Mqtt;

/// <summary>Settings of a load that is switched by MQTT messages.</summary>
public sealed record MqttLoadOptions
{
    /// <summary>The load it switches.</summary>
    [Description("The load it switches: an id of loads.")]
    [Required]
    [MinLength(1)]
    public string Load { get; init; } = "";

    /// <summary>Topic of the commands.</summary>
    [Description("Topic of the commands, without wildcards.")]
    [Required]
    [RegularExpression("^[^#+]+$")]
    public string CommandTopic { get; init; } = "";

    /// <summary>Command for any level; <c>{level}</c>, <c>{power_w}</c> and <c>{id}</c> in it are filled in.</summary>
    [Description("Command to run. {level}, {power_w} and {id} (name of the command, the same when it is repeated) in it are filled in.")]
    public string OnPayload { get; init; } = "ON";

    /// <summary>Command to stop, with the same words to fill in.</summary>
    [Description("Command to stop, with the same words to fill in.")]
    public string OffPayload { get; init; } = "OFF";

    /// <summary>Commands of level 1, 2, …, in place of <see cref="OnPayload"/>: one for each level of the load.</summary>
    [Description("Commands of level 1, 2, …, in place of on_payload: one for each level of the load.")]
    [MaxLength(20)]
    public ImmutableArray<string> LevelPayloads { get; init; } = [];

    /// <summary>Topic on which the load tells what it does; <see langword="null"/> when it does not.</summary>
    [Description("Topic on which the load tells what it does, without wildcards; null when it does not.")]
    [RegularExpression("^[^#+]+$")]
    public string? StateTopic { get; init; }

    /// <summary>Where the state stands in a JSON message; <see langword="null"/> when the message is the state.</summary>
    [Description("Where the state stands in a JSON message: keys and indices with dots, such as StatusSTS.POWER or relays.0.state; null when the message is the state.")]
    public string? StatePath { get; init; }

    /// <summary>Words for running at an unknown level.</summary>
    [Description("What the state says when the load runs; capital letters do not matter.")]
    [MaxLength(20)]
    public ImmutableArray<string> OnStates { get; init; } = ["ON", "1", "true"];

    /// <summary>Words for being off.</summary>
    [Description("What the state says when the load is off.")]
    [MaxLength(20)]
    public ImmutableArray<string> OffStates { get; init; } = ["OFF", "0", "false"];

    /// <summary>Words for level 1, 2, …; they come before <see cref="OnStates"/>. Empty: as <see cref="LevelPayloads"/>.</summary>
    [Description("What the state says at level 1, 2, …; looked at before on_states. Empty: as level_payloads.")]
    [MaxLength(20)]
    public ImmutableArray<string> LevelStates { get; init; } = [];

    /// <summary>The state is a power: the load runs from this on, W; <see langword="null"/> when the state is a word.</summary>
    [Description("The state is a power: the load runs from this on; null when the state is a word.")]
    [Range(0.1, 100_000.0)]
    public double? PowerThresholdW { get; init; }

    /// <summary>True: a state that the broker kept from earlier counts as well.</summary>
    [Description("True: a state that the broker kept from earlier counts as well; right when the load tells only its changes.")]
    public bool Retained { get; init; }
}
