using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using BitGrid.Boot;

namespace BitGrid.Launcher.Tests;

/// <summary>A machine with versions of a small program, and the launcher as a process of its own.</summary>
sealed class LauncherStage : IDisposable
{
    /// <summary>Reports that it is healthy, and runs until it is told to end.</summary>
    public const string Good = "trap 'echo told to end; exit 0' TERM; trap 'echo reloads' HUP; " + Report + "; " + Forever;

    /// <summary>Runs, never reports, and hears no signal.</summary>
    public const string Hanging = "trap '' TERM; " + Forever;

    const string Report = "printf healthy > \"$BITGRID_BOOT/r\"; mv \"$BITGRID_BOOT/r\" \"$BITGRID_BOOT/report\"";
    const string Forever = "while :; do sleep 0.1; done";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly string _folder = Directory.CreateTempSubdirectory("bitgrid-boot-").FullName;
    readonly ConcurrentQueue<string> _lines = new();
    Process? _launcher;

    public LauncherStage() => Places = new(Path.Combine(_folder, "root"), Path.Combine(_folder, "state"));

    public BootPlaces Places { get; }

    public BootState State => BootStateText.Read(File.ReadAllText(Places.StateFile))!;

    /// <summary>What launcher and programs have written.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>Puts a version there, whose program is a shell script.</summary>
    public void Install(string version, string script)
    {
        string program = BootPlaces.ProgramIn(Path.Combine(Places.Slots, version));
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);
        File.WriteAllText(program, $"#!/bin/sh\necho \"{version} runs: $*\"\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Puts a version there in place of the others, as a package or an image does.</summary>
    public void Bring(string version, string script)
    {
        if (Directory.Exists(Places.Slots))
            Directory.Delete(Places.Slots, recursive: true);
        Install(version, script);
        DurableFile.Write(Places.InstalledFile, version);
    }

    public void Wish(string version)
    {
        Directory.CreateDirectory(Places.State);
        DurableFile.Write(Places.WishFile, version);
    }

    /// <summary>Starts the launcher.</summary>
    public LauncherStage Start(params string[] options)
    {
        _lines.Clear();
        ProcessStartInfo start = new("dotnet", [LauncherFile, "--root", Places.Root, "--state", Places.State, .. options, "--", "run", "--data", "a b"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        _launcher?.Dispose();
        _launcher = Process.Start(start)!;
        _launcher.OutputDataReceived += Keep;
        _launcher.ErrorDataReceived += Keep;
        _launcher.BeginOutputReadLine();
        _launcher.BeginErrorReadLine();
        return this;
    }

    /// <summary>The launcher as <c>dotnet</c> runs it.</summary>
    public static string LauncherFile => Path.Combine(AppContext.BaseDirectory, "bitgrid-launcher.dll");

    public Task LineAsync(string part) => UntilAsync(() => Lines.Any(line => line.Contains(part, StringComparison.Ordinal)), $"the line '{part}'");

    public async Task UntilAsync(Func<bool> isSo, string what)
    {
        long began = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, $"Waited in vain for {what}. Written was:\n{string.Join('\n', Lines)}");
            await Task.Delay(20);
        }
    }

    public async Task SignalAsync(string signal)
    {
        using Process kill = Process.Start("kill", [signal, _launcher!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async Task<int> ExitAsync()
    {
        using CancellationTokenSource patience = new(Patience);
        await _launcher!.WaitForExitAsync(patience.Token);
        return _launcher.ExitCode;
    }

    /// <summary>Ends launcher and program together, as a power cut does.</summary>
    public async Task CutPowerAsync()
    {
        _launcher!.Kill(entireProcessTree: true);
        await ExitAsync();
    }

    public void Dispose()
    {
        if (_launcher is { HasExited: false })
            _launcher.Kill(entireProcessTree: true);
        _launcher?.WaitForExit();
        _launcher?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
            _lines.Enqueue(text);
    }
}
