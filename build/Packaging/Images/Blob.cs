using System.Text.Json.Nodes;
using BitGrid.Build.Packaging.Trust;

namespace BitGrid.Build.Packaging.Images;

/// <summary>A piece of an image, found by the hash of its content.</summary>
/// <param name="Digest"><c>sha256:…</c>.</param>
internal sealed record Blob(string MediaType, string Digest, long Size)
{
    /// <summary>Takes a file into a folder of blobs, by its digest.</summary>
    public static Blob Take(string mediaType, string file, string blobs)
    {
        var sum = Checksums.Of(file);
        Blob blob = new(mediaType, $"sha256:{sum}", new FileInfo(file).Length);
        Directory.CreateDirectory(blobs);
        File.Move(file, Path.Combine(blobs, sum), overwrite: true);
        return blob;
    }

    /// <summary>Writes a text as a blob.</summary>
    public static Blob Write(string mediaType, JsonObject json, string blobs)
    {
        Directory.CreateDirectory(blobs);
        var file = Path.Combine(blobs, "new");
        File.WriteAllText(file, json.ToJsonString());
        return Take(mediaType, file, blobs);
    }

    /// <summary>How manifests name it.</summary>
    public JsonObject Descriptor() => new() { ["mediaType"] = MediaType, ["digest"] = Digest, ["size"] = Size };
}
