using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using BitGrid.Build.Packaging;
using BitGrid.Build.Packaging.Images;
using BitGrid.Build.Packaging.Trust;
using BitGrid.Build.Testing;
using BitGrid.TestKit;

namespace BitGrid.Build.Targets;

/// <summary>Both images under one name: whoever pulls gets the one for his processor.</summary>
internal sealed class PublishTarget() : Target("publish", "Push the images of dist/ to a registry; ARGS=\"NAME\" such as registry.example/house/bitgrid")
{
    public override bool TakesArguments => true;

    public override void Run(IReadOnlyList<string> arguments)
    {
        if (arguments is [])
            throw new BuildFailedException("Where to? make publish ARGS=\"registry.example/house/bitgrid\". Further words go to skopeo.");
        if (OperatingSystem.IsWindows())
            throw new BuildFailedException("This needs Linux.");
        if (MachineTool.Registry.Ensure() is { } missing)
            throw new BuildFailedException(missing);
        if (Checksums.FindFaults(Delivery.Folder) is { Count: > 0 } faults)
            throw new BuildFailedException($"dist/ is not what was built: {string.Join("; ", faults)}. Build it again: make build");
        Push(arguments[0], [.. arguments.Skip(1)]);
    }

    [UnsupportedOSPlatform("windows")]
    static void Push(string name, string[] options)
    {
        var layout = Folders.Empty(RepositoryRoot.PathTo("artifacts/images"));
        JsonArray manifests = [];
        var version = "";
        foreach (var platform in Platform.All)
        {
            Shell.RunQuietly("tar", "-xf", Path.Combine(Delivery.Folder, platform.Image), "-C", layout);
            var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(layout, "index.json")))!["manifests"]![0]!.DeepClone().AsObject();
            version = manifest["annotations"]!["org.opencontainers.image.ref.name"]!.GetValue<string>();
            manifest.Remove("annotations");
            manifests.Add(manifest);
        }

        WriteIndex(layout, manifests);
        using var login = RegistryLogin.OfEnvironment(name);
        // People who write no version get the newest release, never what comes before one.
        string[] tags = version.Contains('-', StringComparison.Ordinal) ? [version] : [version, "latest"];
        foreach (var tag in tags)
            Shell.Run("skopeo", ["copy", "--all", "--quiet", .. login.Options, .. options, $"oci:{layout}:both", $"docker://{name}:{tag}"]);
        Console.WriteLine($"Pushed {name}, {string.Join(" and ", tags)}");
    }

    static void WriteIndex(string layout, JsonArray manifests)
    {
        var index = new JsonObject { ["schemaVersion"] = 2, ["mediaType"] = "application/vnd.oci.image.index.v1+json", ["manifests"] = manifests };
        var blobs = Path.Combine(layout, "blobs/sha256");
        var both = Blob.Write("application/vnd.oci.image.index.v1+json", index, blobs).Descriptor();
        both["annotations"] = new JsonObject { ["org.opencontainers.image.ref.name"] = "both" };
        File.WriteAllText(Path.Combine(layout, "index.json"), new JsonObject { ["schemaVersion"] = 2, ["manifests"] = new JsonArray(both) }.ToJsonString());
    }
}
