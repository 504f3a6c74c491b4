using System.Collections.Concurrent;

namespace BitGrid.Host.Tests.Live;

/// <summary>A miner at the end of the wire: takes commands, and does what a good or a bad miner does.</summary>
sealed class TestMiner(string loadId, SteppableTime time) : ILoadSwitch
{
    readonly ConcurrentQueue<(DateTimeOffset At, LoadCommand Command)> _commands = new();

    public string LoadId => loadId;

    /// <summary>Every command with the house time it came at.</summary>
    public IReadOnlyList<(DateTimeOffset At, LoadCommand Command)> Commands => [.. _commands];

    /// <summary>The level it runs at; 0 is off.</summary>
    public int Level { get; set; }

    /// <summary>True: it takes commands and does nothing.</summary>
    public bool Deaf { get; set; }

    /// <summary>True: it cannot be reached.</summary>
    public bool Offline { get; set; }

    public Task RunAsync(CancellationToken stop) => Task.CompletedTask;

    public Task SwitchAsync(LoadCommand command, CancellationToken cancellation)
    {
        if (Offline)
            throw new IOException("no route to host");
        _commands.Enqueue((time.GetUtcNow(), command));
        if (!Deaf)
            Level = command.Level;
        return Task.CompletedTask;
    }
}
