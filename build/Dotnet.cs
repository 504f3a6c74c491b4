namespace BitGrid.Build;

/// <summary>The calls of the .NET SDK that several targets make; silent unless something is wrong.</summary>
internal static class Dotnet
{
    static readonly string[] Quiet = ["--nologo", "-v", "q"];

    /// <summary>Restores exactly what the lock files say, or fails, and builds the whole solution.</summary>
    public static void BuildSolution()
    {
        Console.WriteLine("Building BitGrid.sln");
        Shell.RunQuietly("dotnet", "restore", "BitGrid.sln", "--locked-mode", "-v", "q");
        Shell.RunQuietly("dotnet", ["build", "BitGrid.sln", "--no-restore", .. Quiet]);
    }

    /// <summary>Restores and builds one project.</summary>
    public static void Build(string project) => Shell.RunQuietly("dotnet", ["build", project, .. Quiet]);

    /// <summary>Packs one project for release into <paramref name="folder"/>.</summary>
    public static void Pack(string project, string folder) =>
        Shell.RunQuietly("dotnet", ["pack", project, "-c", "Release", "-o", folder, .. Quiet]);
}
