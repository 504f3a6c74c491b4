using System.Globalization;

namespace BitGrid.Host.Update;

/// <summary>Where a release is taken from: a tarball, a folder or an address, which holds checksums and signature too.</summary>
internal sealed class ReleaseSource
{
    const int BytesPerMb = 1_000_000;
    const long MostTarballBytes = 300L * BytesPerMb;
    const long MostTextBytes = BytesPerMb;

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    readonly string _folder;
    readonly string _tarball;
    readonly bool _isAddress;

    /// <summary>A source as a person names it.</summary>
    /// <param name="text">Path of a tarball or folder, or an <c>http</c> or <c>https</c> address of a folder.</param>
    /// <exception cref="UpdateException">There is no such thing.</exception>
    public ReleaseSource(string text)
    {
        _tarball = Release.TarballOfThisMachine;
        _isAddress = text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal);
        _folder = text;
        if (_isAddress || Directory.Exists(text))
            return;
        if (!File.Exists(text))
            throw new UpdateException($"{text}: there is no such file or folder. Name a tarball, the folder that holds it, or its address (https://…).");
        (_folder, _tarball) = (Path.GetDirectoryName(Path.GetFullPath(text))!, Path.GetFileName(text));
    }

    /// <summary>Copies the files of the release to a folder of this machine's own, where nobody exchanges them while they are looked at.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="UpdateException">One of them cannot be had.</exception>
    public async Task<Release> FetchAsync(string folder, CancellationToken cancellation)
    {
        Release release = new(folder, _tarball);
        await FetchAsync(Release.ChecksumsName, release.Checksums, MostTextBytes, cancellation);
        await FetchAsync(Release.SignatureName, release.Signature, MostTextBytes, cancellation);
        await FetchAsync(_tarball, release.Tarball, MostTarballBytes, cancellation);
        return release;
    }

    async Task FetchAsync(string name, string target, long mostBytes, CancellationToken cancellation)
    {
        string from = _isAddress ? $"{_folder.TrimEnd('/')}/{name}" : Path.Combine(_folder, name);
        try
        {
            using HttpClient client = new() { Timeout = Patience };
            await using Stream source = _isAddress ? await client.GetStreamAsync(new Uri(from), cancellation) : File.OpenRead(from);
            await using FileStream file = new(target, FileMode.CreateNew, FileAccess.Write);
            await CopyAsync(source, file, from, mostBytes, cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or HttpRequestException or UriFormatException || (failure is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new UpdateException($"{from}: cannot be had ({failure.Message.TrimEnd('.')}). A release is the tarball, {Release.ChecksumsName} and {Release.SignatureName}, side by side.", failure);
        }
    }

    static async Task CopyAsync(Stream source, FileStream target, string from, long mostBytes, CancellationToken cancellation)
    {
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = await source.ReadAsync(buffer, cancellation)) > 0)
        {
            if (target.Length + read > mostBytes)
                throw new UpdateException(string.Create(CultureInfo.InvariantCulture, $"{from}: is larger than {mostBytes / BytesPerMb} MB, so it is not what BitGrid publishes under this name. Name the right source."));
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
    }
}
