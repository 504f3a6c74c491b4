using System.Diagnostics;
using System.Globalization;
using System.Text;
using MQTTnet;
using MQTTnet.Protocol;

namespace BitGrid.Benchmarks;

/// <summary>
/// From a hot reading on the wire to the stop command on the wire: the whole program in real time with its embedded broker, over the
/// loopback. Beside it, through the same broker, a message that only comes back: what of the time is the way.
/// </summary>
internal sealed class StopLatency : IDisposable
{
    const string Command = "house/miner/set";
    const string Echo = "bench/echo";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly string _folder = Directory.CreateTempSubdirectory("bitgrid-latency-").FullName;
    readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    readonly SemaphoreSlim _heard = new(0);
    Process? _house;
    (string Topic, string Payload) _awaited;
    long _heardAt;

    /// <summary>Measures and prints.</summary>
    /// <param name="tries">How many stops.</param>
    public async Task RunAsync(int tries)
    {
        int port = Configure();
        _house = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "bitgrid.dll"), "run", "--config", _folder, "--data", Path.Combine(_folder, "data"), "--plugins", Path.GetFullPath("artifacts/plugins")]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        _house.OutputDataReceived += (_, _) => { };
        _house.BeginOutputReadLine();
        await ConnectAsync(port);

        var stops = new double[tries];
        var echoes = new double[tries];
        for (int i = 0; i < tries; i++)
        {
            await SayAsync("house/miner/temp_c", "60");
            await SpeakAsync(level: 0);
            await AnswerAsync("bitgrid/miner/override/set", """{"run": true, "level": 1, "blocks": 1}""", (Command, "1"));
            await SpeakAsync(level: 1);
            echoes[i] = await AnswerAsync(Echo, "x", (Echo, "x"));
            stops[i] = await AnswerAsync("house/miner/temp_c", "91", (Command, "0"));
        }

        Console.WriteLine($"| over {tries} tries, ms | median | p99 | largest |\n|---|---|---|---|");
        Console.WriteLine(Row("hot reading to stop command", stops));
        Console.WriteLine(Row("a message through the same broker and back", echoes));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Ratio of the medians: {Quantile(stops, 0.5) / Quantile(echoes, 0.5):0.0}"));
    }

    public void Dispose()
    {
        _client.Dispose();
        if (_house is { HasExited: false })
        {
            _house.Kill();
            _house.WaitForExit();
        }

        _house?.Dispose();
        _heard.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // The shipped house without its simulation: what its sensors say, this program says.
    int Configure()
    {
        int mqttPort = FreePort();
        foreach (string file in Directory.EnumerateFiles("config", "*.yaml"))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        string config = Path.Combine(_folder, "config.yaml");
        File.WriteAllText(config, File.ReadAllText(config)
            .Replace("  simulated-house:\n    house: { seed: 1 }\n", "", StringComparison.Ordinal)
            .Replace("mqtt:\n", string.Create(CultureInfo.InvariantCulture, $"web: {{ port: {FreePort()} }}\nmqtt:\n  port: {mqttPort}\n"), StringComparison.Ordinal)
            .Replace("command_topic: house/miner/set", "command_topic: house/miner/set\n      off_payload: \"0\"", StringComparison.Ordinal));
        return mqttPort;
    }

    async Task ConnectAsync(int port)
    {
        _client.ApplicationMessageReceivedAsync += Hear;
        for (long began = Stopwatch.GetTimestamp(); !_client.IsConnected;)
        {
            try
            {
                await _client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port).Build());
            }
            catch (Exception) when (Stopwatch.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(100);
            }
        }

        await _client.SubscribeAsync(Command);
        await _client.SubscribeAsync(Echo);
        await SpeakAsync(level: 0);
        await SayAsync("house/miner/temp_c", "60");
        await Task.Delay(TimeSpan.FromSeconds(5)); // the house connects and takes its first decision
    }

    Task Hear(MqttApplicationMessageReceivedEventArgs message)
    {
        (string, string) heard = (message.ApplicationMessage.Topic, Encoding.UTF8.GetString(message.ApplicationMessage.Payload));
        if (heard == _awaited)
        {
            _heardAt = Stopwatch.GetTimestamp();
            _awaited = default;
            _heard.Release();
        }

        return Task.CompletedTask;
    }

    async Task SpeakAsync(int level)
    {
        await SayAsync("house/pv/power_w", "4000");
        await SayAsync("house/load/power_w", "500");
        await SayAsync("house/grid/power_w", "-3500");
        await SayAsync("house/battery/soc_pct", "80");
        await SayAsync("house/price/ct_kwh", "30"); // too dear to start by itself: only this program starts it
        await SayAsync("house/miner/heartbeat_age_s", "1");
        await SayAsync("house/miner/state", level.ToString(CultureInfo.InvariantCulture));
    }

    async Task<double> AnswerAsync(string topic, string payload, (string, string) awaited)
    {
        _awaited = awaited;
        long began = Stopwatch.GetTimestamp();
        await SayAsync(topic, payload);
        if (!await _heard.WaitAsync(Patience))
            throw new TimeoutException($"{topic} {payload} was not answered by {awaited} within {Patience.TotalSeconds} s.");
        return Stopwatch.GetElapsedTime(began, _heardAt).TotalMilliseconds;
    }

    Task<MqttClientPublishResult> SayAsync(string topic, string payload) => _client.PublishAsync(
        new MqttApplicationMessageBuilder().WithTopic(topic).WithPayload(payload).WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtMostOnce).Build());

    static string Row(string name, double[] ms) =>
        string.Create(CultureInfo.InvariantCulture, $"| {name} | {Quantile(ms, 0.5):0.0} | {Quantile(ms, 0.99):0.0} | {ms.Max():0.0} |");

    static double Quantile(double[] values, double share) => values.Order().ElementAt((int)Math.Ceiling(share * values.Length) - 1);

    static int FreePort()
    {
        using System.Net.Sockets.TcpListener listener = new(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
