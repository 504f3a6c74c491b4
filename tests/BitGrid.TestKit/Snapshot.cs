using System.Runtime.CompilerServices;

namespace BitGrid.TestKit;

/// <summary>
/// Compares text that people read (reports, explanations, help) with the text accepted earlier.
/// The accepted text lies beside the test, in <c>__snapshots__/{TestClass}.{Test}[.{name}].snap</c>.
/// </summary>
public static class Snapshot
{
    /// <summary>The environment variable that, set to <c>1</c>, accepts every text as it is now.</summary>
    public const string AcceptVariable = "BITGRID_ACCEPT_SNAPSHOTS";

    /// <summary>Fails unless <paramref name="actual"/> equals the accepted text; line ends count as LF.</summary>
    /// <param name="actual">The text the test produced.</param>
    /// <param name="name">Tells apart several snapshots of one test, such as <c>de</c> and <c>en</c>.</param>
    /// <param name="testFile">Filled in by the compiler: the file of the test, which is named like its class.</param>
    /// <param name="test">Filled in by the compiler: the test method. Pass it on when a helper calls for the test.</param>
    /// <exception cref="Xunit.Sdk.XunitException">The text differs or was never accepted; the message says how to accept it.</exception>
    public static void Match(
        string actual,
        string? name = null,
        [CallerFilePath] string testFile = "",
        [CallerMemberName] string test = "")
    {
        var source = RepositoryRoot.SourceFile(testFile);
        string?[] parts = [Path.GetFileNameWithoutExtension(source), test, name];
        var file = string.Join('.', parts.Where(part => part is not null)) + SnapshotFile.Extension;

        new SnapshotFile(Path.Combine(Path.GetDirectoryName(source)!, SnapshotFile.FolderName, file))
            .Match(actual, accept: Environment.GetEnvironmentVariable(AcceptVariable) == "1");
    }
}
