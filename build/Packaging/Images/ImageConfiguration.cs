using System.Globalization;
using System.Text.Json.Nodes;

namespace BitGrid.Build.Packaging.Images;

/// <summary>How a container of the image is run. <c>setup/docker/Dockerfile</c> says the same; a test holds them against each other.</summary>
internal static class ImageConfiguration
{
    const long Second = 1_000_000_000;

    public const string Data = "/var/lib/bitgrid";

    public const string Configuration = "/etc/bitgrid";

    public const string Launcher = $"/opt/bitgrid/{InstalledTree.Launcher}";

    /// <summary>The launcher by the name by which it becomes the version in force, for one command.</summary>
    public const string Program = "/usr/bin/bitgrid";

    public static IReadOnlyList<string> EntryPoint { get; } = [Launcher];

    /// <summary>The words of a container that is given none.</summary>
    public static IReadOnlyList<string> Command { get; } = ["--", "run"];

    public static IReadOnlyList<string> HealthCheck { get; } = ["CMD", Program, "health"];

    public static IReadOnlyDictionary<string, string> Environment { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["PATH"] = "/usr/bin",
        ["BITGRID_CONFIG"] = Configuration,
        ["BITGRID_DATA"] = Data,
        // The file system is read-only, and there is nobody in the container to look for a runtime's diagnostics.
        ["DOTNET_EnableDiagnostics"] = "0",
        ["SSL_CERT_FILE"] = $"/{BaseLayer.Certificates}",
    };

    /// <summary>The configuration of an image in the form that Docker and OCI share; <c>Healthcheck</c> is Docker's own.</summary>
    public static JsonObject Of(Platform platform, Revision revision, IReadOnlyList<ImageLayer> layers)
    {
        var created = revision.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return new()
        {
            ["created"] = created,
            ["architecture"] = platform.Architecture,
            ["os"] = "linux",
            ["config"] = Run(revision),
            ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = Texts(layers.Select(layer => layer.DiffId)) },
            ["history"] = new JsonArray([.. layers.Select(layer => new JsonObject { ["created"] = created, ["created_by"] = layer.Origin })]),
        };
    }

    static JsonObject Run(Revision revision) => new()
    {
        ["User"] = string.Create(CultureInfo.InvariantCulture, $"{BaseLayer.User}:{BaseLayer.User}"),
        ["ExposedPorts"] = new JsonObject { ["8080/tcp"] = new JsonObject() },
        ["Env"] = Texts(Environment.Select(variable => $"{variable.Key}={variable.Value}")),
        ["Entrypoint"] = Texts(EntryPoint),
        ["Cmd"] = Texts(Command),
        ["Healthcheck"] = new JsonObject
        {
            ["Test"] = Texts(HealthCheck),
            ["Interval"] = 60 * Second,
            ["Timeout"] = 20 * Second,
            ["StartPeriod"] = 60 * Second,
            ["Retries"] = 3,
        },
        ["WorkingDir"] = Data,
        ["Labels"] = new JsonObject
        {
            ["org.opencontainers.image.title"] = "BitGrid",
            ["org.opencontainers.image.licenses"] = "AGPL-3.0-or-later",
            ["org.opencontainers.image.revision"] = revision.Commit,
            ["org.opencontainers.image.version"] = revision.Version,
        },
        ["StopSignal"] = "SIGTERM",
    };

    static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
