using System.Diagnostics;
using System.Text;

namespace BitGrid.Launcher.Tests.Machines;

/// <summary>A program that was run to its end.</summary>
sealed record Command(int ExitCode, string Output)
{
    /// <summary>Runs a program, whatever its end.</summary>
    public static Command Try(string program, IReadOnlyList<string> words, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new(program, words) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder ?? "" };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        StringBuilder output = new();
        process.OutputDataReceived += Add;
        process.ErrorDataReceived += Add;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return new(process.ExitCode, output.ToString());

        void Add(object sender, DataReceivedEventArgs line)
        {
            lock (output)
                output.Append(line.Data is null ? "" : line.Data + "\n");
        }
    }

    /// <summary>Runs a program that must end well.</summary>
    public static string Run(string program, params IReadOnlyList<string> words)
    {
        Command command = Try(program, words);
        Assert.True(command.ExitCode == 0, $"{program} {string.Join(' ', words)} ended with {command.ExitCode}:\n{command.Output}");
        return command.Output;
    }
}
