namespace BitGrid.Build;

/// <summary>The calls of the .NET SDK that several targets make; silent unless something is wrong.</summary>
internal static class Dotnet
{
    static readonly string[] Quiet = ["--nologo", "-v", "q"];

    // The address that a clone was made from is no part of what is built: everybody's clone gives the same bytes.
    static readonly string[] Release = ["--no-restore", "-c", "Release", "-p:EnableSourceLink=false"];

    /// <summary>Restores exactly what the lock files say, or fails, and builds the whole solution.</summary>
    public static void BuildSolution()
    {
        Console.WriteLine("Building BitGrid.sln");
        RestoreSolution();
        Shell.RunQuietly("dotnet", ["build", "BitGrid.sln", "--no-restore", .. Quiet]);
    }

    /// <summary>Restores exactly what the lock files say, or fails.</summary>
    public static void RestoreSolution() => Shell.RunQuietly("dotnet", "restore", "BitGrid.sln", "--locked-mode", "-v", "q");

    /// <summary>Publishes the host with its runtime for a platform into <paramref name="folder"/>.</summary>
    public static void Publish(string project, string rid, string folder) =>
        Shell.RunQuietly("dotnet", ["publish", project, "-r", rid, "--self-contained", "-p:PublishDocumentationFiles=false", "-p:NamePagesAlike=true", "-o", folder, .. Release, .. Quiet]);

    /// <summary>Builds a plugin and lays it out below <paramref name="folder"/>.</summary>
    public static void LayOutPlugin(string project, string folder) =>
        Shell.RunQuietly("dotnet", ["build", project, $"-p:BitGridPluginsFolder={folder}/", .. Release, .. Quiet]);

    /// <summary>Restores and builds one project.</summary>
    public static void Build(string project) => Shell.RunQuietly("dotnet", ["build", project, .. Quiet]);

    /// <summary>Where NuGet keeps the packages it has restored.</summary>
    public static string PackageFolder() => Shell.Output("dotnet", "nuget", "locals", "global-packages", "--list").Split(": ", 2)[1];

    /// <summary>Packs one project for release into <paramref name="folder"/>.</summary>
    /// <param name="epoch">Time of everything in the package, seconds since 1970.</param>
    public static void Pack(string project, string folder, string epoch) =>
        Shell.RunQuietly(new Invocation("dotnet", ["pack", project, "-o", folder, "-p:PublishRepositoryUrl=false", .. Release, .. Quiet])
        {
            Environment = new Dictionary<string, string?> { ["SOURCE_DATE_EPOCH"] = epoch },
        });
}
