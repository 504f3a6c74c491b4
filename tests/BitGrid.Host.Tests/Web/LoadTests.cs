using System.Collections.Concurrent;
using System.Diagnostics;
using BitGrid.Host.Live;

namespace BitGrid.Host.Tests.Web;

/// <summary>Many who look must not keep the house from deciding. Seconds by default; minutes with BITGRID_LONG=1.</summary>
[Trait("Category", "Slow")]
public sealed class LoadTests
{
    const int RequestsPerSecond = 100;
    const int Listeners = 50;

    static readonly bool IsLong = Environment.GetEnvironmentVariable("BITGRID_LONG") == "1";
    static readonly TimeSpan Duration = TimeSpan.FromSeconds(IsLong ? 60 : 4);

    static readonly string[] Paths = ["state", "state", "state", "preview", "health", "timeline?limit=20", "config", "state"];

    [Fact]
    public async Task A_poller_at_100_requests_a_second_and_50_listeners_delay_no_decision()
    {
        // A block per second: a tick that is late by more than a third of it would be seen.
        await using WebHouse house = await WebHouse.StartAsync(blocksPerSecond: 1);
        ConcurrentQueue<TimeSpan> latencies = [];
        ConcurrentQueue<Block> ticks = [];
        house.House.Recorded += decision =>
        {
            latencies.Enqueue(house.House.Latency / house.House.Clock.Speed);
            if (!decision.Row.IsBetweenTicks)
                ticks.Enqueue(decision.Record.Block);
        };
        using CancellationTokenSource end = new();
        Task[] listeners = [.. Enumerable.Range(0, Listeners).Select(_ => ListenAsync(house, end.Token))];
        (int answered, TimeSpan took) = await PollAsync(house);
        await end.CancelAsync();
        await Task.WhenAll(listeners);

        Block[] decided = [.. ticks];
        Assert.Equal(Enumerable.Range(0, decided.Length).Select(i => decided[0].Plus(i)), decided);
        Assert.Equal((int)(Duration.TotalSeconds * RequestsPerSecond), answered);
        if (!IsLong)
            return;
        // How many blocks pass in a second says nothing: a fast clock slows down by itself on a busy machine.
        Assert.True(latencies.Max() < TimeSpan.FromMilliseconds(300), $"The slowest of {latencies.Count} decisions took {latencies.Max().TotalMilliseconds:0} ms; {decided.Length} blocks in {took.TotalSeconds:0} s.");
    }

    static async Task<(int Answered, TimeSpan Took)> PollAsync(WebHouse house)
    {
        long began = Stopwatch.GetTimestamp();
        List<Task> requests = [];
        int answered = 0;
        using PeriodicTimer pace = new(TimeSpan.FromMilliseconds(1000.0 / RequestsPerSecond));
        for (int i = 0; i < Duration.TotalSeconds * RequestsPerSecond; i++)
        {
            requests.Add(AskAsync(Paths[i % Paths.Length]));
            await pace.WaitForNextTickAsync();
        }

        await Task.WhenAll(requests);
        return (answered, Stopwatch.GetElapsedTime(began));

        async Task AskAsync(string path)
        {
            using HttpResponseMessage answer = await house.Client.GetAsync(new Uri("api/v1/" + path, UriKind.Relative));
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
            Interlocked.Increment(ref answered);
        }
    }

    static async Task ListenAsync(WebHouse house, CancellationToken end)
    {
        try
        {
            using HttpClient client = house.NewClient();
            await using Stream stream = await client.GetStreamAsync(new Uri("api/v1/events", UriKind.Relative), end);
            await stream.CopyToAsync(Stream.Null, end);
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
