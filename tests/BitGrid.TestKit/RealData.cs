namespace BitGrid.TestKit;

/// <summary>
/// Measured data sets that are too large, or not free enough, to lie in the repository.
/// They are looked for in the folder that <c>BITGRID_REAL_DATA</c> names; without it,
/// in the nearest <c>shared/data</c> beside the repository or one of the folders above it.
/// </summary>
public static class RealData
{
    /// <summary>The environment variable that names the folder of the data sets.</summary>
    public const string FolderVariable = "BITGRID_REAL_DATA";

    static readonly string? Folder = Environment.GetEnvironmentVariable(FolderVariable) ?? FindBeside(RepositoryRoot.Folder);

    /// <summary>The absolute path of a data set's folder.</summary>
    /// <exception cref="DirectoryNotFoundException">The data set is absent; a test asks <see cref="WhyAbsent"/> first.</exception>
    public static string PathOf(string dataSet) =>
        WhyAbsent(dataSet) is { } reason ? throw new DirectoryNotFoundException(reason) : Path.Combine(Folder!, dataSet);

    /// <summary>Null when every data set is present; otherwise what is absent and how to provide it.</summary>
    public static string? WhyAbsent(params IReadOnlyList<string> dataSets)
    {
        var absent = dataSets.Where(dataSet => Folder is null || !Directory.Exists(Path.Combine(Folder, dataSet))).ToArray();
        return absent.Length == 0
            ? null
            : $"Real data is absent: {string.Join(", ", absent)} (looked in {Folder ?? "shared/data beside the repository"}). "
                + $"Set {FolderVariable} to the folder that holds it.";
    }

    static string? FindBeside(string repository)
    {
        for (var folder = Directory.GetParent(repository); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
