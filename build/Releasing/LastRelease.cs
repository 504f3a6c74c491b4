using BitGrid.Build.Packaging.Trust;

namespace BitGrid.Build.Releasing;

/// <summary>The tarball of the release before, from where it is published.</summary>
internal static class LastRelease
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Fetches it with the list of checksums beside it, and lets it pass only if a key of ours has signed that: it will be run.</summary>
    /// <param name="tarball">Its address.</param>
    /// <param name="folder">Where to put it; exists.</param>
    /// <param name="allowedSigners">File with the public keys of releases.</param>
    /// <returns>Its file.</returns>
    /// <exception cref="BuildFailedException">It cannot be had, or is not genuine.</exception>
    public static string Fetch(Uri tarball, string folder, string allowedSigners)
    {
        var name = Path.GetFileName(tarball.LocalPath);
        using HttpClient client = new() { Timeout = Patience };
        foreach (var file in new[] { name, Checksums.FileName, Checksums.FileName + ".sig" })
            Download(client, new Uri(tarball, file), Path.Combine(folder, file));
        if (!Signature.IsGood(folder, allowedSigners))
            throw new BuildFailedException($"{new Uri(tarball, Checksums.FileName)} is not signed by a key of {allowedSigners}.");
        if (!Checksums.Lists(folder, name))
            throw new BuildFailedException($"{tarball} is not what {Checksums.FileName} beside it says. Was it changed, or cut off?");
        return Path.Combine(folder, name);
    }

    static void Download(HttpClient client, Uri address, string file)
    {
        try
        {
            using var response = client.Send(new HttpRequestMessage(HttpMethod.Get, address), HttpCompletionOption.ResponseHeadersRead);
            using var content = response.EnsureSuccessStatusCode().Content.ReadAsStream();
            using var output = File.Create(file);
            content.CopyTo(output);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or TaskCanceledException)
        {
            throw new BuildFailedException($"{address} cannot be had: {failure.Message}");
        }
    }
}
