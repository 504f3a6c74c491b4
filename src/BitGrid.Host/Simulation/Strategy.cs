using System.Text.Json.Serialization;

namespace BitGrid.Host.Simulation;

/// <summary>Who switches the loads of a simulated house.</summary>
internal enum Strategy
{
    /// <summary>Nobody: all loads are off.</summary>
    Off,

    /// <summary>Nobody: all loads run at their highest level.</summary>
    AlwaysOn,

    /// <summary>A plain threshold switch.</summary>
    Naive,

    /// <summary>The engine with the rules and the policy of the configuration.</summary>
    [JsonStringEnumMemberName("bitgrid")]
    BitGrid,

    /// <summary>Somebody who knew the whole period beforehand.</summary>
    Optimum,
}
