namespace BitGrid.Build.Testing;

/// <summary>One <c>*.Tests.csproj</c>.</summary>
internal sealed record TestProject(string Path)
{
    static readonly string[] Places = ["tests", "samples"];

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Assembly => $"artifacts/bin/{Name}/debug/{Name}.dll";

    /// <summary>Every test project that lies in <paramref name="repository"/>, whether the solution knows it or not.</summary>
    public static IReadOnlyList<TestProject> In(string repository) =>
    [
        .. Places.Select(place => System.IO.Path.Combine(repository, place))
            .Where(Directory.Exists)
            .SelectMany(place => Directory.EnumerateFiles(place, "*.Tests.csproj", SearchOption.AllDirectories))
            .Select(path => new TestProject(System.IO.Path.GetRelativePath(repository, path).Replace('\\', '/')))
            .OrderBy(project => project.Path, StringComparer.Ordinal),
    ];

    /// <summary>Whether the text of a solution file lists this project.</summary>
    public bool IsListedIn(string solution) =>
        solution.Replace('\\', '/').Contains($"\"{Path}\"", StringComparison.OrdinalIgnoreCase);
}
