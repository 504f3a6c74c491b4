namespace BitGrid.TestKit;

/// <summary>Finds the folder that holds <c>BitGrid.sln</c>, from wherever a program of the repository runs.</summary>
public static class RepositoryRoot
{
    // Directory.Build.props maps the repository's folder to this prefix in everything the compiler writes.
    const string CompiledPrefix = "/_/";

    /// <summary>The absolute path of the repository's folder.</summary>
    /// <exception cref="DirectoryNotFoundException">The program does not run from inside the repository.</exception>
    public static string Folder { get; } = FindAbove(AppContext.BaseDirectory);

    /// <summary>The absolute path of a file or folder given relative to the repository, with <c>/</c> between names.</summary>
    public static string PathTo(string relativePath) => Path.GetFullPath(Path.Combine(Folder, relativePath));

    /// <summary>The path of a file relative to the repository, with <c>/</c> between names: what messages show.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');

    /// <summary>Turns a path taken from <c>[CallerFilePath]</c> or from debug symbols into the path on this machine.</summary>
    public static string SourceFile(string compiledPath) =>
        compiledPath.StartsWith(CompiledPrefix, StringComparison.Ordinal)
            ? PathTo(compiledPath[CompiledPrefix.Length..])
            : compiledPath;

    static string FindAbove(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BitGrid.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException(
            $"No folder above '{start}' holds BitGrid.sln. Run the program from its place in the repository (artifacts/bin).");
    }
}
