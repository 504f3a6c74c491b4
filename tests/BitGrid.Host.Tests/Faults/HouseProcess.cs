using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using BitGrid.Host.Service;
using BitGrid.Host.Store;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Faults;

/// <summary>The program itself, run as its owner runs it: <c>bitgrid run</c> on a simulated house, with ports of its own.</summary>
sealed class HouseProcess : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly ConcurrentQueue<string> _lines = new();
    readonly string _folder = Directory.CreateTempSubdirectory("bitgrid-house-").FullName;
    Process? _process;

    public HouseProcess()
    {
        Directory.CreateDirectory(Config);
        foreach (string file in Directory.EnumerateFiles(RepositoryRoot.PathTo("config"), "*.yaml"))
            File.Copy(file, Path.Combine(Config, Path.GetFileName(file)));
        Edit("config.yaml", "mqtt:\n", $"web: {{ port: {WebPort.ToString(CultureInfo.InvariantCulture)} }}\nmqtt:\n  port: {MqttPort.ToString(CultureInfo.InvariantCulture)}\n");
    }

    public string Config => Path.Combine(_folder, "config");

    public string Data => Path.Combine(_folder, "data");

    public string Database => DataFolder.DatabaseIn(Data);

    public int WebPort { get; } = FreePort.Take();

    public int MqttPort { get; } = FreePort.Take();

    public int ProcessId => _process!.Id;

    /// <summary>Memory it occupies now, kB.</summary>
    public int ResidentKb
    {
        get
        {
            _process!.Refresh();
            return (int)(_process.WorkingSet64 / 1024);
        }
    }

    /// <summary>What it has written since it was started last.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>Lines that tell a decision; they are written after it is on the disk.</summary>
    public IReadOnlyList<string> DecisionLines => [.. Lines.Where(line => line.Contains(" miner ", StringComparison.Ordinal) && line.Contains("INF 20", StringComparison.Ordinal))];

    public Timeline Timeline => new(Database);

    /// <summary>Replaces a text that must be there.</summary>
    public void Edit(string file, string from, string to)
    {
        string path = Path.Combine(Config, file);
        string text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Starts it at ten blocks per second, on a summer morning.</summary>
    /// <param name="speed">Blocks per second; <see langword="null"/>: in real time, now.</param>
    public HouseProcess Start(string? speed = "10")
    {
        _lines.Clear();
        ProcessStartInfo start = new("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "bitgrid.dll"), "run", "--config", Config, "--data", Data,
            "--plugins", RepositoryRoot.PathTo("artifacts/plugins"), "--lang", "en",
            .. speed is null ? Array.Empty<string>() : ["--speed", speed, "--from", "2025-06-08T06:00:00Z"],
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        return this;
    }

    /// <summary>Waits for a line.</summary>
    public Task LineAsync(string part) => UntilAsync(() => Lines.Any(line => line.Contains(part, StringComparison.Ordinal)), $"the line '{part}'");

    /// <summary>Waits for so many decisions.</summary>
    public Task DecisionsAsync(int count) => UntilAsync(() => DecisionLines.Count >= count, $"{count} decisions");

    /// <summary>Waits until something is so.</summary>
    public async Task UntilAsync(Func<bool> isSo, string what)
    {
        long began = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, $"Waited in vain for {what}. The program wrote:\n{string.Join('\n', Lines.TakeLast(40))}");
            await Task.Delay(50);
        }
    }

    /// <summary>How it says it is; it decides before it has a page, so the answer is waited for.</summary>
    public async Task<JsonNode> HealthAsync()
    {
        await LineAsync("Page, API");
        return await HealthQuestion.AskAsync(WebPort) ?? throw new InvalidOperationException("The house does not say how it is.");
    }

    public async Task<bool> HasProblemAsync(string code) =>
        (await HealthAsync())["problems"]!.AsArray().Any(problem => problem!["code"]!.GetValue<string>() == code);

    public async Task SignalAsync(string signal)
    {
        using Process kill = Process.Start("kill", [signal, ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for its end.</summary>
    public async Task<int> ExitAsync()
    {
        using CancellationTokenSource patience = new(Patience);
        await _process!.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Ends it as a power cut does.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await ExitAsync();
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
            _lines.Enqueue(text);
    }
}
