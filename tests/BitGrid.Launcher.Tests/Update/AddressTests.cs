using BitGrid.Host.Update;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BitGrid.Launcher.Tests.Update;

/// <summary>A release on a server of the owner's choice.</summary>
public sealed class AddressTests : IDisposable
{
    readonly ReleaseStage _release = new();
    readonly string _folder = Directory.CreateTempSubdirectory("bitgrid-fetched-").FullName;

    public void Dispose()
    {
        _release.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_release_is_fetched_from_its_address_as_it_is()
    {
        _release.Publish("1.1.0");
        await using WebApplication server = await ServeAsync();

        Release fetched = await new ReleaseSource(server.Urls.First() + "/releases/").FetchAsync(_folder, CancellationToken.None);

        new ReleaseCheck(_release.Signers).Run(fetched);
        Assert.Equal("1.1.0", ReleaseArchive.Open(fetched.Tarball).Version.Text);
    }

    [Fact]
    public async Task A_file_that_the_server_does_not_have_is_named()
    {
        _release.Publish("1.1.0");
        File.Delete(_release.Release.Signature);
        await using WebApplication server = await ServeAsync();

        UpdateException refusal = await Assert.ThrowsAsync<UpdateException>(() => new ReleaseSource(server.Urls.First() + "/releases").FetchAsync(_folder, CancellationToken.None));
        Assert.Contains("/releases/checksums.txt.sig: cannot be had (Response status code does not indicate success: 404", refusal.Message, StringComparison.Ordinal);
    }

    async Task<WebApplication> ServeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication server = builder.Build();
        server.MapGet("/releases/{name}", (string name) => Path.Combine(_release.Folder, name) is var file && File.Exists(file) ? Results.File(file) : Results.NotFound());
        await server.StartAsync();
        return server;
    }
}
