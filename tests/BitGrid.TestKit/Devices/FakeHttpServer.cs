using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BitGrid.TestKit.Devices;

/// <summary>As much of an HTTP server as a small device has, on a free port of this machine.</summary>
sealed class FakeHttpServer : IDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _end = new();
    readonly Func<FakeHttpRequest, FakeHttpReply> _answer;
    int _atOnce;

    public FakeHttpServer(Func<FakeHttpRequest, FakeHttpReply> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Host => _listener.LocalEndpoint.ToString()!;

    public ShellyMood Mood { get; set; }

    public int MostAtOnce { get; private set; }

    public void Dispose()
    {
        if (_end.IsCancellationRequested)
            return;
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    async Task ServeAsync(TcpClient client)
    {
        using TcpClient own = client;
        try
        {
            using StreamReader reader = new(client.GetStream(), Encoding.UTF8);
            while (await ReadAsync(reader) is { } request && await ReplyAsync(client.GetStream(), request))
            {
                // The connection is kept for the next request.
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The other side hung up, or the test is over.
        }
    }

    /// <returns>False when the connection is to be closed.</returns>
    async Task<bool> ReplyAsync(NetworkStream stream, FakeHttpRequest request)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _atOnce));
        try
        {
            if (Mood == ShellyMood.HangsUp)
                return false;
            if (Mood == ShellyMood.Hangs)
                await Task.Delay(Timeout.Infinite, _end.Token);
            FakeHttpReply reply = Mood switch
            {
                ShellyMood.Fails => new(500, """{"code":-103,"message":"Resource unavailable"}"""),
                ShellyMood.Babbles => new(200, "<html>router login</html>"),
                _ => _answer(request),
            };
            await stream.WriteAsync(Bytes(reply), _end.Token);
            return true;
        }
        finally
        {
            Interlocked.Decrement(ref _atOnce);
        }
    }

    static byte[] Bytes(FakeHttpReply reply)
    {
        byte[] body = Encoding.UTF8.GetBytes(reply.Body);
        string header = reply.Header is { } line ? line + "\r\n" : "";
        string head = string.Create(CultureInfo.InvariantCulture,
            $"HTTP/1.1 {reply.Status} {(HttpStatusCode)reply.Status}\r\nServer: ShellyHTTP/1.0.0\r\nContent-Length: {body.Length}\r\nContent-Type: application/json\r\n{header}\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    async Task<FakeHttpRequest?> ReadAsync(StreamReader reader)
    {
        if (await reader.ReadLineAsync(_end.Token) is not { } first)
            return null;
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync(_end.Token) is { Length: > 0 } line)
            headers[line[..line.IndexOf(':', StringComparison.Ordinal)]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();

        char[] body = new char[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        // Asked for nothing it would still wait for more.
        if (body.Length > 0)
            await reader.ReadBlockAsync(body, _end.Token);
        string[] words = first.Split(' ');
        return new(words[0], words[1], headers.GetValueOrDefault("Authorization", ""), new string(body));
    }
}
