using System.Security.Cryptography;

namespace BitGrid.Build.Packaging.Trust;

/// <summary><c>checksums.txt</c>, in the form that <c>sha256sum --check</c> reads.</summary>
internal static class Checksums
{
    public const string FileName = "checksums.txt";

    /// <summary>Writes the sum of every file of a folder but the list itself and its signature.</summary>
    public static void Write(string folder) =>
        File.WriteAllText(Path.Combine(folder, FileName), string.Concat(Delivered(folder).Select(name => $"{Of(Path.Combine(folder, name))}  {name}\n")));

    /// <summary>What is wrong with a folder held against its list, a sentence for each file; empty when all is as it was written.</summary>
    public static IReadOnlyList<string> FindFaults(string folder)
    {
        var listed = File.ReadAllLines(Path.Combine(folder, FileName)).Select(line => line.Split("  ", 2)).ToDictionary(line => line[1], line => line[0], StringComparer.Ordinal);
        return
        [
            .. listed.Where(file => !File.Exists(Path.Combine(folder, file.Key))).Select(file => $"{file.Key} is missing"),
            .. listed.Where(file => File.Exists(Path.Combine(folder, file.Key)) && Of(Path.Combine(folder, file.Key)) != file.Value).Select(file => $"{file.Key} is not what was built"),
            .. Delivered(folder).Where(name => !listed.ContainsKey(name)).Select(name => $"{name} is not listed"),
        ];
    }

    /// <summary>Whether a file of a folder is there, and as the folder's list has it.</summary>
    public static bool Lists(string folder, string name) =>
        File.Exists(Path.Combine(folder, name)) && File.ReadAllLines(Path.Combine(folder, FileName)).Contains($"{Of(Path.Combine(folder, name))}  {name}");

    /// <summary>SHA-256 of a file, in small hexadecimal digits.</summary>
    public static string Of(string file)
    {
        using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    static IEnumerable<string> Delivered(string folder) =>
        Directory.EnumerateFiles(folder)
            .Select(file => Path.GetFileName(file))
            .Where(name => !name.StartsWith(FileName, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
