using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Host.Configuration.Settings;

/// <summary>Section <c>web</c> of <c>config.yaml</c>.</summary>
internal sealed record WebSettings
{
    [Description("True: health, metrics and the page are served, to this machine only.")]
    public bool Enabled { get; init; } = true;

    [Description("Port on this machine.")]
    [Range(1, 65_535)]
    public int Port { get; init; } = 8080;
}
