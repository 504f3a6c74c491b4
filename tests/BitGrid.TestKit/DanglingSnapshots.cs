using System.Text.RegularExpressions;

namespace BitGrid.TestKit;

/// <summary>Finds accepted texts whose test is gone: they look like proof and prove nothing.</summary>
public static class DanglingSnapshots
{
    /// <summary>
    /// Lists every <c>.snap</c> file below <paramref name="folder"/> whose name, <c>{TestClass}.{Test}[.{name}].snap</c>,
    /// has no method <c>Test</c> in the file <c>{TestClass}.cs</c> next to its <c>__snapshots__</c> folder.
    /// </summary>
    /// <returns>Paths relative to <paramref name="folder"/>, in ordinal order, with <c>/</c> between names.</returns>
    public static IReadOnlyList<string> Below(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*" + SnapshotFile.Extension, SearchOption.AllDirectories)
            .Where(IsAccepted)
            .Where(path => !HasTest(path))
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    static bool IsAccepted(string path) => Path.GetFileName(Path.GetDirectoryName(path)) == SnapshotFile.FolderName;

    static bool HasTest(string path)
    {
        if (Path.GetFileNameWithoutExtension(path).Split('.') is not [var testClass, var test, ..])
            return false;

        var source = Path.Combine(Path.GetDirectoryName(path)!, "..", testClass + ".cs");
        return File.Exists(source) && DeclaresMethod(File.ReadAllText(source), test);
    }

    static bool DeclaresMethod(string source, string method) =>
        Regex.IsMatch(source, $@"\b(void|Task)\s+{Regex.Escape(method)}\s*\(", RegexOptions.None, TimeSpan.FromSeconds(5));
}
