using Microsoft.Extensions.Hosting;

namespace BitGrid.Host.Service;

/// <summary>The lifetime of a part of the program, which others begin and end.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
