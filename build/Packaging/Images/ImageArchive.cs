using System.Runtime.Versioning;
using System.Text.Json.Nodes;

namespace BitGrid.Build.Packaging.Images;

/// <summary>
/// An image as one file: a layout of the Open Container Initiative, with the list that <c>docker load</c> of older Dockers
/// reads beside it. Made here, because every tool tried puts a time, a host's name or a random number into it, or leaves the
/// health check out (docs/adr/0023-images-are-made-here.md).
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static class ImageArchive
{
    const string ConfigurationType = "application/vnd.oci.image.config.v1+json";
    const string ManifestType = "application/vnd.oci.image.manifest.v1+json";

    public static void Make(Platform platform, Revision revision, string layout, string file)
    {
        var root = platform.Folder("image-root");
        InstalledTree.Make(root, layout, revision);
        Directory.CreateDirectory(Path.Join(root, ImageConfiguration.Data));
        Directory.CreateDirectory(Path.Combine(root, "usr/bin"));
        File.CreateSymbolicLink(Path.Join(root, ImageConfiguration.Program), ImageConfiguration.Launcher);

        var image = Folders.Empty(platform.Folder("image"));
        var blobs = Path.Combine(image, "blobs/sha256");
        var debian = new DebianArchive(platform);
        ImageLayer[] layers =
        [
            ImageLayer.Make("Debian 12, a few packages", blobs, output => BaseLayer.Write(output, BasePackage.LockedFor(platform).Select(debian.Fetch))),
            ImageLayer.Make($"BitGrid {revision.Version}", blobs, output => TarArchive.WriteRoot(output, root, revision.Time, OwnerOf)),
        ];
        var configuration = Blob.Write(ConfigurationType, ImageConfiguration.Of(platform, revision, layers), blobs);
        var manifest = Blob.Write(ManifestType, Manifest(configuration, layers), blobs);
        WriteIndexes(image, platform, revision, configuration, manifest, layers);

        using var archive = File.Create(file);
        TarArchive.WriteRoot(archive, image, revision.Time, owner: _ => 0);
    }

    // What a volume takes over from the image at its first use must be the container's own.
    static int OwnerOf(string name) =>
        $"/{name}/".StartsWith($"{ImageConfiguration.Data}/", StringComparison.Ordinal) || $"/{name}/".StartsWith($"{ImageConfiguration.Configuration}/", StringComparison.Ordinal) ? BaseLayer.User : 0;

    static JsonObject Manifest(Blob configuration, IEnumerable<ImageLayer> layers) => new()
    {
        ["schemaVersion"] = 2,
        ["mediaType"] = ManifestType,
        ["config"] = configuration.Descriptor(),
        ["layers"] = new JsonArray([.. layers.Select(layer => layer.Content.Descriptor())]),
    };

    static void WriteIndexes(string image, Platform platform, Revision revision, Blob configuration, Blob manifest, IEnumerable<ImageLayer> layers)
    {
        var described = manifest.Descriptor();
        described["platform"] = new JsonObject { ["architecture"] = platform.Architecture, ["os"] = "linux" };
        described["annotations"] = new JsonObject { ["org.opencontainers.image.ref.name"] = revision.Version };
        Write("oci-layout", new JsonObject { ["imageLayoutVersion"] = "1.0.0" });
        Write("index.json", new JsonObject { ["schemaVersion"] = 2, ["manifests"] = new JsonArray(described) });
        Write("manifest.json", new JsonArray(new JsonObject
        {
            ["Config"] = PathOf(configuration),
            ["RepoTags"] = new JsonArray($"bitgrid:{revision.Version}"),
            ["Layers"] = new JsonArray([.. layers.Select(layer => (JsonNode)PathOf(layer.Content))]),
        }));

        void Write(string name, JsonNode json) => File.WriteAllText(Path.Combine(image, name), json.ToJsonString());
    }

    static string PathOf(Blob blob) => $"blobs/{blob.Digest.Replace(':', '/')}";
}
