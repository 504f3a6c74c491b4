namespace BitGrid.Engine;

/// <summary>What the engine takes from the host besides rules and policy.</summary>
public sealed record EngineSettings
{
    /// <summary>How much is done without a person.</summary>
    public AutonomyLevel Autonomy { get; init; }

    /// <summary>Version written into decision records.</summary>
    public string EngineVersion { get; init; } = "";

    /// <summary>The configuration the rules were made from, written into decision records: SHA-256 as 64 hexadecimal digits.</summary>
    public string ConfigHash { get; init; } = "";

    /// <summary>Told about each fault: once of a rule and load, in every block of a policy; <see langword="null"/> when nobody listens.</summary>
    public Action<RuleFault>? OnFault { get; init; }
}
