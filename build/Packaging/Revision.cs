using System.Globalization;

namespace BitGrid.Build.Packaging;

/// <summary>What is built: the commit, its version (from the git tag), and the only time that goes into anything built, that of the commit.</summary>
internal sealed record Revision(string Version, string Commit, DateTimeOffset Time)
{
    /// <summary>Asks git and MinVer about the working tree.</summary>
    public static Revision Current()
    {
        // MinVer is a package: in a fresh clone it is not there yet.
        Shell.RunQuietly("dotnet", "restore", "src/BitGrid.Abstractions", "--locked-mode", "-v", "q");
        var commit = Shell.Output("git", "show", "--no-patch", "--format=%H %ct", "HEAD").Split(' ');
        var version = Shell.Output("dotnet", "msbuild", "src/BitGrid.Abstractions", "-t:MinVer", "-getProperty:MinVerVersion");
        return new(version, commit[0], DateTimeOffset.FromUnixTimeSeconds(long.Parse(commit[1], CultureInfo.InvariantCulture)));
    }

    /// <summary>Seconds since 1970, as <c>SOURCE_DATE_EPOCH</c> wants it.</summary>
    public string Epoch => Time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>Debian sorts a pre-release before its release only when a tilde stands between.</summary>
    public string DebianVersion => Version.Replace('-', '~');
}
