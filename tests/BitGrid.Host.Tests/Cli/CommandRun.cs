using BitGrid.Host.Cli;
using BitGrid.TestKit;

namespace BitGrid.Host.Tests.Cli;

/// <summary>One command line, run in this process: its exit code and what it wrote.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public const string Sample = "samples/days/sample-house-june.csv";

    /// <summary>Runs a command as a user in the repository's root would, with the plugins of this build.</summary>
    public static async Task<CommandRun> Of(params string[] args)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int exitCode = await BitGridCommand.RunAsync(args, new Terminal(output, error, interactive: false));
        return new(exitCode, Clean(output), Clean(error));
    }

    public static string Config => RepositoryRoot.PathTo("config");

    public static string Plugins => RepositoryRoot.PathTo("artifacts/plugins");

    public static string SampleFile => RepositoryRoot.PathTo(Sample);

    // Paths of this machine are none of a snapshot's business.
    static string Clean(StringWriter text) => text.ToString().Replace(RepositoryRoot.Folder, "<root>", StringComparison.Ordinal).ReplaceLineEndings("\n");
}
