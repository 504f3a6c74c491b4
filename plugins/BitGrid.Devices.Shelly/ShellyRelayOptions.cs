using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Devices.Shelly;

/// <summary>Settings of a Shelly relay, second generation or later.</summary>
public sealed record ShellyRelayOptions
{
    /// <summary>The load that hangs on it.</summary>
    [Description("The load that hangs on it: an id of loads.")]
    [Required]
    [MinLength(1)]
    public string Load { get; init; } = "";

    /// <summary>Name or address in the house's network, with <c>:port</c> unless it is 80.</summary>
    [Description("Name or address in the house's network, with :port unless it is 80. The connection is not encrypted: never an address outside.")]
    [Required]
    [RegularExpression(@"^([A-Za-z0-9._-]{1,253}|\[[0-9a-fA-F:.]{2,45}\])(:[0-9]{1,5})?$")]
    public string Host { get; init; } = "";

    /// <summary>Number of the output.</summary>
    [Description("Number of the output; 0 unless it has several.")]
    [Range(0, 100)]
    public int Channel { get; init; }

    /// <summary>File with the password of the user admin; <see langword="null"/> when it asks for none.</summary>
    [Description("File with the password of its user admin, readable by BitGrid alone (mode 600) or below /run/secrets; null when it asks for none.")]
    public string? PasswordFile { get; init; }

    /// <summary>Time between two looks at the relay, s.</summary>
    [Description("Time between two looks at the relay.")]
    [Range(1, 300)]
    public int PollS { get; init; } = 5;

    /// <summary>Time after which an answer is no longer waited for, s.</summary>
    [Description("Time after which an answer is no longer waited for.")]
    [Range(1, 60)]
    public int TimeoutS { get; init; } = 5;

    /// <summary>True: it measures the power of the load.</summary>
    [Description("True: it measures the power of the load, which is then that of the load (miner_power_w).")]
    public bool MeasuresPower { get; init; } = true;
}
