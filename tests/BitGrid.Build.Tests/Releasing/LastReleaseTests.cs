using System.Net;
using BitGrid.Build.Packaging.Trust;
using BitGrid.Build.Releasing;

namespace BitGrid.Build.Tests.Releasing;

/// <summary>The release before is fetched from where it is published, and run only if it is ours.</summary>
public sealed class LastReleaseTests : IDisposable
{
    const string Tarball = "bitgrid-core-linux-x64.tar.gz";

    readonly TemporaryFolder _published = new();
    readonly TemporaryFolder _keys = new();
    readonly TemporaryFolder _fetched = new();
    readonly HttpListener _server = Listen();

    public LastReleaseTests()
    {
        _published.Write(Tarball, "the program of before");
        _published.Write("bitgrid-core.tar.gz", "another one");
        Checksums.Write(_published.Path);
        Shell.RunQuietly("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "makers", "-f", Key);
        Signature.Make(_published.Path, Key);
        _keys.Write("allowed_signers", $"{Signature.Signer} {File.ReadAllText(Key + ".pub")}");
        _ = ServeAsync();
    }

    public void Dispose()
    {
        _server.Close();
        _published.Dispose();
        _keys.Dispose();
        _fetched.Dispose();
    }

    [Fact]
    public void It_is_fetched_without_what_else_was_published()
    {
        Assert.Equal("the program of before", File.ReadAllText(Fetch()));
        Assert.Equal([Tarball, "checksums.txt", "checksums.txt.sig"], Directory.GetFiles(_fetched.Path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_that_was_changed_is_refused()
    {
        _published.Write(Tarball, "another program");
        Assert.EndsWith("is not what checksums.txt beside it says. Was it changed, or cut off?", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_a_stranger_signed_is_refused()
    {
        _keys.Write("allowed_signers", "# none\n");
        Assert.Contains("checksums.txt is not signed by a key of", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_not_there_is_named()
    {
        File.Delete(Path.Combine(_published.Path, Tarball));
        Assert.Contains($"{Tarball} cannot be had: ", Refusal(), StringComparison.Ordinal);
    }

    string Key => Path.Combine(_keys.Path, "key");

    string Fetch() => LastRelease.Fetch(new Uri($"{_server.Prefixes.Single()}latest/{Tarball}"), _fetched.Path, Path.Combine(_keys.Path, "allowed_signers"));

    string Refusal() => Assert.Throws<BuildFailedException>(Fetch).Message;

    static HttpListener Listen()
    {
        // It takes no port that is free by itself.
        for (var tries = 0; ; tries++)
        {
            HttpListener server = new() { Prefixes = { $"http://127.0.0.1:{Random.Shared.Next(20000, 60000)}/" } };
            try
            {
                server.Start();
                return server;
            }
            catch (HttpListenerException) when (tries < 20)
            {
                // Somebody has this one.
            }
        }
    }

    async Task ServeAsync()
    {
        while (_server.IsListening)
        {
            HttpListenerContext asked;
            try
            {
                asked = await _server.GetContextAsync();
            }
            catch (Exception end) when (end is ObjectDisposedException or HttpListenerException)
            {
                return;
            }

            var file = Path.Combine(_published.Path, Path.GetFileName(asked.Request.Url!.LocalPath));
            asked.Response.StatusCode = File.Exists(file) ? 200 : 404;
            asked.Response.Close(File.Exists(file) ? await File.ReadAllBytesAsync(file) : [], willBlock: true);
        }
    }
}
