using System.Diagnostics;
using System.Text.Json.Nodes;

namespace BitGrid.Page.Tests.Support;

/// <summary>A program that asks the API again and again, at an even pace, whether it has its answers or not.</summary>
sealed class Poller : IDisposable
{
    static readonly string[] Paths = ["state", "health", "preview", "state", "timeline?limit=20", "health", "config", "state"];
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    readonly HttpClient _client;
    readonly CancellationTokenSource _end = new();
    readonly Lock _gate = new();
    readonly Task<int> _polling;

    public Poller(Uri house, int requestsPerSecond)
    {
#pragma warning disable CA2000 // The client owns its handler.
        _client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 50 }) { BaseAddress = new(house, "api/v1/") };
#pragma warning restore CA2000
        _polling = PollAsync(requestsPerSecond);
    }

    /// <summary>The longest time from a decision to its record that the house told of, by its own clock.</summary>
    public TimeSpan SlowestDecision { get; private set; }

    /// <summary>Stops asking and waits for the last answer.</summary>
    /// <returns>How many requests were answered: all.</returns>
    public async Task<int> EndAsync()
    {
        await _end.CancelAsync();
        return await _polling;
    }

    public void Dispose()
    {
        _client.Dispose();
        _end.Dispose();
    }

    async Task<int> PollAsync(int requestsPerSecond)
    {
        long began = Stopwatch.GetTimestamp();
        List<Task> requests = [];
        bool isLast = false;
        while (!isLast)
        {
            isLast = _end.IsCancellationRequested;
            int due = (int)Math.Ceiling(Stopwatch.GetElapsedTime(began).TotalSeconds * requestsPerSecond);
            while (requests.Count < due)
                requests.Add(AskAsync(Paths[requests.Count % Paths.Length]));
            await Task.Delay(Pause);
        }

        await Task.WhenAll(requests);
        return requests.Count;
    }

    async Task AskAsync(string path)
    {
        JsonNode answer = JsonNode.Parse(await _client.GetStringAsync(new Uri(path, UriKind.Relative)))!;
        if (path != "health")
            return;
        TimeSpan latency = TimeSpan.FromSeconds(answer["latency_s"]!.GetValue<double>());
        lock (_gate)
            SlowestDecision = latency > SlowestDecision ? latency : SlowestDecision;
    }
}
