namespace BitGrid.Build.Packaging.Images;

/// <summary>A layer of an image: a compressed tar file.</summary>
/// <param name="Content">The compressed file.</param>
/// <param name="DiffId">Digest of the file before it was compressed.</param>
/// <param name="Origin">Where it comes from, for <c>docker history</c>.</param>
internal sealed record ImageLayer(Blob Content, string DiffId, string Origin)
{
    const string MediaType = "application/vnd.oci.image.layer.v1.tar+gzip";

    /// <summary>Makes a layer in a folder of blobs.</summary>
    /// <param name="write">Writes its tar file.</param>
    public static ImageLayer Make(string origin, string blobs, Action<Stream> write)
    {
        Directory.CreateDirectory(blobs);
        var tar = Path.Combine(blobs, "layer.tar");
        using (var output = File.Create(tar))
            write(output);
        var diffId = $"sha256:{Trust.Checksums.Of(tar)}";
        Gzip.Compress(tar, level: 6);
        return new(Blob.Take(MediaType, tar + ".gz", blobs), diffId, origin);
    }
}
