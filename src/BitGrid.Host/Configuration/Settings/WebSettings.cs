using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Host.Configuration.Settings;

/// <summary>Section <c>web</c> of <c>config.yaml</c>.</summary>
internal sealed record WebSettings
{
    [Description("Port on this machine; 0: any that is free, which the log names.")]
    [Range(0, 65_535)]
    public int Port { get; init; } = 8080;

    [Description("True: other machines of the home network reach BitGrid too, once a password is set (bitgrid user set-password).")]
    public bool Lan { get; init; }

    [Description("True: everybody in the home network may read without a password. Writing takes one all the same.")]
    public bool LanRead { get; init; }

    [Description("Names under which the home network knows this machine, beside its own name; addresses always count.")]
    [MaxLength(20)]
    public ImmutableArray<string> HostNames { get; init; } = [];

    [Description("File with the certificate (PEM, with its chain), relative to this folder: other machines are served encrypted then. Null: without encryption.")]
    public string? CertificateFile { get; init; }

    [Description("File with the key of the certificate (PEM), relative to this folder; readable by BitGrid alone (mode 600) or below /run/secrets.")]
    public string? CertificateKeyFile { get; init; }

    [Description("Port for encrypted connections; 0: any that is free, which the log names.")]
    [Range(0, 65_535)]
    public int HttpsPort { get; init; } = 8443;
}
