namespace BitGrid.Host.Cli;

/// <summary>What the program's exit code says. Scripts rely on these numbers.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>The program worked, and what it checked is not as it should be.</summary>
    public const int CheckFailed = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int BadUsage = 2;

    /// <summary>A file that was given, or the configuration, is faulty.</summary>
    public const int BadInput = 3;
}
