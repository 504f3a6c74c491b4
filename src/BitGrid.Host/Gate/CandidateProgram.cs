using System.ComponentModel;
using System.Diagnostics;

namespace BitGrid.Host.Gate;

/// <summary>The program of an installation, to be asked.</summary>
/// <param name="path">Path of the program, or of its assembly.</param>
/// <param name="plugins">Folder of its plugins; <see langword="null"/> when it finds them itself.</param>
/// <param name="config">Folder of the configuration.</param>
internal sealed class CandidateProgram(string path, string? plugins, string config)
{
    static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(5);

    /// <summary>Its version.</summary>
    public string Version => field ??= Ask(["version"]).Output.Split('\n')[0].Trim().Split(' ')[^1];

    /// <summary>Asks it with its configuration and plugins.</summary>
    /// <exception cref="GateException">It does not start, or does not end.</exception>
    public ProgramAnswer Ask(string command, IReadOnlyList<string> words) =>
        Ask([command, .. words, "--config", config, .. plugins is null ? [] : (string[])["--plugins", plugins]]);

    ProgramAnswer Ask(string[] words)
    {
        bool isAssembly = path.EndsWith(".dll", StringComparison.Ordinal);
        ProcessStartInfo start = new(isAssembly ? "dotnet" : path, isAssembly ? [path, .. words] : words) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment.Remove(Plugins.PluginFolder.Variable); // this program's plugins are not the candidate's
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            if (process.WaitForExit(LongestAnswer))
                return new(process.ExitCode, output.Result, errors.Result);
            process.Kill(entireProcessTree: true);
            throw new GateException($"{path}: 'bitgrid {words[0]}' does not end within {LongestAnswer.TotalMinutes:0} minutes.");
        }
        catch (Win32Exception cause)
        {
            throw new GateException($"{path}: does not start ({cause.Message}). Is it for another processor, or not executable (chmod +x)?", cause);
        }
    }
}
