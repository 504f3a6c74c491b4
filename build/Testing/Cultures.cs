namespace BitGrid.Build.Testing;

/// <summary>Makes sure that a run under another culture and time zone is one, instead of the same run twice.</summary>
internal static class Cultures
{
    // The package's name carries the version of ICU, which differs between systems.
    const string IcuPackage = "^libicu[0-9]+$";

    static readonly string[] Install = ["install", "--yes", IcuPackage, "tzdata"];

    /// <summary>Installs ICU and time zone data where they are missing and this user may.</summary>
    /// <exception cref="BuildFailedException">They are missing and could not be installed; the message holds the command.</exception>
    public static void Prepare()
    {
        if (TestEnvironment.Others.All(Works))
            return;

        if (Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get"))
        {
            Console.WriteLine("Cultures or time zones are missing on this machine: installing ICU and tzdata.");
            Shell.Capture(new Invocation("apt-get", ["update"]));
            Shell.Capture(new Invocation("apt-get", Install) { Environment = new Dictionary<string, string?> { ["DEBIAN_FRONTEND"] = "noninteractive" } });
        }

        if (TestEnvironment.Others.FirstOrDefault(other => !Works(other)) is { } missing)
        {
            throw new BuildFailedException(
                $"A program started under {missing.Culture} and {missing.TimeZone} does not run under them: ICU or tzdata is missing. "
                + $"Install them: sudo apt-get install --yes '{IcuPackage}' tzdata");
        }
    }

    static bool Works(TestEnvironment environment)
    {
        var probe = new Invocation("dotnet", [typeof(Cultures).Assembly.Location, "probe"]) { Environment = environment.Variables() };
        return Shell.Capture(probe).Output.Trim() == $"{environment.Culture} , {environment.TimeZone}";
    }
}
