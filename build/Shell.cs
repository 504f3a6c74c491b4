using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace BitGrid.Build;

/// <summary>Runs other programs in the repository's folder.</summary>
internal static class Shell
{
    /// <summary>Runs a program whose output streams to the terminal; fails with command and exit code unless it returns 0.</summary>
    public static void Run(string program, params IReadOnlyList<string> arguments) => Run(new Invocation(program, arguments));

    /// <inheritdoc cref="Run(string, IReadOnlyList{string})"/>
    public static void Run(Invocation invocation)
    {
        using var process = Start(invocation, capture: false);
        process.WaitForExit();
        ThrowUnlessZero(process.ExitCode, invocation);
    }

    /// <summary>Runs a program whose output matters only if it fails.</summary>
    public static void RunQuietly(string program, params IReadOnlyList<string> arguments) => RunQuietly(new Invocation(program, arguments));

    /// <inheritdoc cref="RunQuietly(string, IReadOnlyList{string})"/>
    public static void RunQuietly(Invocation invocation)
    {
        var (exitCode, output) = Capture(invocation);
        if (exitCode != 0)
            Console.Write(output);
        ThrowUnlessZero(exitCode, invocation);
    }

    /// <summary>Runs a program and returns what it printed, without the white space around it; fails unless it returns 0.</summary>
    public static string Output(string program, params IReadOnlyList<string> arguments)
    {
        var invocation = new Invocation(program, arguments);
        var (exitCode, output) = Capture(invocation);
        return exitCode == 0 ? output.Trim() : throw new BuildFailedException($"Exit code {exitCode} from: {invocation}{Environment.NewLine}{output}");
    }

    /// <summary>Runs a program and returns what it printed, standard output and errors together.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="input">What it reads from its standard input, if that is not this program's.</param>
    public static (int ExitCode, string Output) Capture(Invocation invocation, string? input = null)
    {
        var output = new StringBuilder();
        void Append(object sender, DataReceivedEventArgs line)
        {
            lock (output)
                output.AppendLine(line.Data);
        }

        using var process = Start(invocation, capture: true, redirectInput: input is not null);
        process.OutputDataReceived += Append;
        process.ErrorDataReceived += Append;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (input is not null)
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }

        process.WaitForExit();
        return (process.ExitCode, output.ToString());
    }

    /// <summary>Runs a program and returns the bytes it printed; fails unless it returns 0.</summary>
    public static MemoryStream Content(Invocation invocation)
    {
        var content = new MemoryStream();
        using var process = Start(invocation, capture: true);
        process.ErrorDataReceived += (_, line) => Console.Error.Write(line.Data is null ? "" : line.Data + Environment.NewLine);
        process.BeginErrorReadLine();
        process.StandardOutput.BaseStream.CopyTo(content);
        process.WaitForExit();
        ThrowUnlessZero(process.ExitCode, invocation);
        content.Position = 0;
        return content;
    }

    static void ThrowUnlessZero(int exitCode, Invocation invocation)
    {
        if (exitCode != 0)
            throw new BuildFailedException($"Exit code {exitCode} from: {invocation}");
    }

    static Process Start(Invocation invocation, bool capture, bool redirectInput = false)
    {
        var start = new ProcessStartInfo(invocation.Program, invocation.Arguments)
        {
            WorkingDirectory = invocation.Folder,
            RedirectStandardOutput = capture,
            RedirectStandardError = capture,
            RedirectStandardInput = redirectInput,
        };
        foreach (var (name, value) in invocation.Environment)
            start.Environment[name] = value;

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new BuildFailedException($"'{invocation.Program}' does not start: {missing.Message}. Is it installed and on the PATH?");
        }
    }
}
