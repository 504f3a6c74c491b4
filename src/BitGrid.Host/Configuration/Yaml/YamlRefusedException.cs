namespace BitGrid.Host.Configuration.Yaml;

/// <summary>Ends the reading of a file whose remainder cannot be trusted; carries the reason for the report.</summary>
internal sealed class YamlRefusedException(ConfigFault fault) : Exception(fault.Problem)
{
    public ConfigFault Fault { get; } = fault;
}
