using System.Diagnostics;
using BitGrid.Host.Tests.Cli;

namespace BitGrid.Host.Tests.Store;

/// <summary>The program that appends decisions, in a process of its own.</summary>
internal sealed class WriterProgram : IDisposable
{
    readonly Process _process;

    public WriterProgram(string database, params string[] arguments)
        : this(database, preload: "", arguments)
    {
    }

    /// <summary>The program with a library loaded before all others.</summary>
    public WriterProgram(string database, string preload, string[] arguments)
    {
        string[] all = [Path.Combine(AppContext.BaseDirectory, "JournalWriter.dll"), database, CommandRun.Config, CommandRun.Plugins, CommandRun.SampleFile, .. arguments];
        _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", all)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["LD_PRELOAD"] = preload },
        })!;
    }

    /// <summary>The next line it says; <see langword="null"/> at its end.</summary>
    public string? ReadLine() => _process.StandardOutput.ReadLine();

    /// <summary>Ends it as a power cut would (<c>kill -9</c>).</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
