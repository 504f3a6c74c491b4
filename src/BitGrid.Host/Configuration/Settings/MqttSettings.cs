using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BitGrid.Host.Configuration.Settings;

/// <summary>Section <c>mqtt</c> of <c>config.yaml</c>.</summary>
internal sealed record MqttSettings
{
    [Description("True: BitGrid brings its own broker, which only this machine can reach. False: a broker of the house is used.")]
    public bool Embedded { get; init; } = true;

    [Description("Name or address of the broker; with the embedded one always this machine.")]
    public string Host { get; init; } = "localhost";

    [Description("Port of the broker, also of the embedded one; 8883 is usual with TLS.")]
    [Range(1, 65_535)]
    public int Port { get; init; } = 1883;

    [Description("True: the connection is encrypted, and the broker must show a certificate that is trusted.")]
    public bool Tls { get; init; }

    [Description("File with the certificate (PEM) that the broker's is signed with, relative to this folder; null: one that this machine trusts.")]
    public string? CaFile { get; init; }

    [Description("User at the broker; null when it asks for none.")]
    public string? User { get; init; }

    [Description("File with the password, relative to this folder; readable by BitGrid alone (mode 600) or below /run/secrets.")]
    public string? PasswordFile { get; init; }

    [Description("Name of this BitGrid at the broker; each needs its own.")]
    [RegularExpression("^[A-Za-z0-9_-]{1,23}$")]
    public string ClientId { get; init; } = "bitgrid";

    [Description("What the topics begin with that BitGrid publishes.")]
    [RegularExpression("^[^/#+ ][^#+ ]{0,98}$")]
    public string BaseTopic { get; init; } = "bitgrid";

    [Description("True: a manual override can be asked for by a message to <base_topic>/<load>/override/set.")]
    public bool Overrides { get; init; }

    [Description("BitGrid as a device of Home Assistant.")]
    public HomeAssistantSettings HomeAssistant { get; init; } = new();

    [Description("Topics that bring readings.")]
    [MaxLength(200)]
    public ImmutableArray<TopicSettings> Topics { get; init; } = [];

    [Description("Topic that brings the forecast: {\"first\": \"2025-06-08T10:00:00Z\", \"surplus_w\": [1200, 1500], \"confidence\": 0.8}; null when there is none.")]
    public string? ForecastTopic { get; init; }
}
