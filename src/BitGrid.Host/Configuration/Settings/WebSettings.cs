using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Host.Configuration.Settings;

/// <summary>Section <c>web</c> of <c>config.yaml</c>.</summary>
internal sealed record WebSettings
{
    [Description("Port on this machine; 0: any that is free, which the log names.")]
    [Range(0, 65_535)]
    public int Port { get; init; } = 8080;
}
