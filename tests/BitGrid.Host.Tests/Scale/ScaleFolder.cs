using System.Diagnostics;
using BitGrid.Host.Cli;
using BitGrid.Host.Tests.Cli;

namespace BitGrid.Host.Tests.Scale;

/// <summary>A folder for the results of a test, and commands that write into it.</summary>
sealed class ScaleFolder : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("bitgrid-scale-").FullName;

    /// <summary>Path of a file or folder in it.</summary>
    public string this[string name] => Path.Combine(_folder, name);

    /// <summary>The bytes of a file in it.</summary>
    public byte[] Bytes(string name) => File.ReadAllBytes(this[name]);

    /// <summary>Runs a command that must succeed, on the shipped configuration.</summary>
    public static async Task<CommandRun> Run(params string[] args)
    {
        CommandRun run = await Try(args);
        Assert.True(run.ExitCode == ExitCode.Fine, run.Error);
        return run;
    }

    /// <summary>Runs a command on the shipped configuration.</summary>
    public static Task<CommandRun> Try(params string[] args) =>
        CommandRun.Of([.. args, "--lang", "en", .. args[0] == "merge" ? [] : (string[])["--config", CommandRun.Config, "--plugins", CommandRun.Plugins]]);

    /// <summary>The same as a process of its own.</summary>
    public static Process Start(params string[] args) => Process.Start(new ProcessStartInfo(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "bitgrid.dll"), .. args, "--lang", "en", "--config", CommandRun.Config, "--plugins", CommandRun.Plugins])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;

    /// <summary>Puts the sample house into a folder as several homes, each with another part of the month.</summary>
    public string Homes(params string[] names)
    {
        Directory.CreateDirectory(this["homes"]);
        string[] lines = File.ReadAllLines(CommandRun.SampleFile);
        for (int i = 0; i < names.Length; i++)
            File.WriteAllLines(Path.Combine(this["homes"], names[i]), lines[..1].Concat(lines.Skip(1 + (144 * i)).Take(3 * 144)));
        return this["homes"];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
