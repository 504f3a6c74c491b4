using System.Globalization;
using System.IO.Enumeration;
using System.Security.Cryptography;

namespace BitGrid.Host.Plugins;

/// <summary>Checks that a plugin folder holds what its manifest lists, unchanged, and that no other user can change it.</summary>
internal static class PluginFiles
{
    // What the loading of code looks at. Other files (a README, a licence, symbols) are the author's to add.
    static readonly string[] s_codeExtensions = [".dll", ".exe", ".so", ".dylib", ".json"];

    /// <summary>Refuses what any user of the machine could change.</summary>
    /// <exception cref="PluginRejectedException">The plugins folder, the plugin's folder or something in it is world-writable, or a link.</exception>
    public static void CheckPermissions(string pluginsFolder, string folder)
    {
        CheckMode(pluginsFolder);
        CheckMode(folder);
        foreach (FileSystemInfo entry in Entries(folder))
        {
            if (entry.LinkTarget is { } target)
                throw PluginRejectedException.Refused($"{entry.FullName} is a link to {target}. A plugin lies in its folder whole: replace the link by the file it points to.");
            CheckMode(entry.FullName);
        }
    }

    /// <summary>Refuses a changed, missing or unlisted file.</summary>
    /// <exception cref="PluginRejectedException">A listed file leaves the folder, is missing or has another hash, or code lies there that is not listed.</exception>
    public static void CheckHashes(string folder, PluginManifest manifest)
    {
        HashSet<string> listed = new(StringComparer.Ordinal);
        foreach (ManifestFile file in manifest.Assemblies)
        {
            string path = PathOf(folder, file.Name);
            CheckHash(path, file);
            listed.Add(path);
        }

        FileSystemInfo? foreign = Entries(folder)
            .FirstOrDefault(entry => s_codeExtensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase) && !listed.Contains(entry.FullName));
        if (foreign is not null)
            throw PluginRejectedException.Refused($"{foreign.FullName} is not listed in {PluginManifest.FileName}. Remove it, or copy the plugin's folder anew into an empty one.");
    }

    /// <summary>Full path of a listed file.</summary>
    /// <exception cref="PluginRejectedException">It lies outside the folder.</exception>
    public static string PathOf(string folder, string name)
    {
        string path = Path.GetFullPath(Path.Combine(folder, name));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw PluginRejectedException.Refused($"The assembly '{name}' in {Path.Combine(folder, PluginManifest.FileName)} lies outside the plugin's folder. Only files inside it are allowed: build the plugin again.");
    }

    static void CheckHash(string path, ManifestFile file)
    {
        if (!File.Exists(path))
            throw PluginRejectedException.Refused($"{path} is missing, though {PluginManifest.FileName} lists it. Copy the plugin's whole folder again.");
        using FileStream content = File.OpenRead(path);
        string actual = Convert.ToHexStringLower(SHA256.HashData(content));
        if (!string.Equals(actual, file.Sha256, StringComparison.Ordinal))
            throw PluginRejectedException.Refused($"{path} has the SHA-256 {actual}, but {PluginManifest.FileName} says {file.Sha256}. The file was changed or copied in part: copy the plugin's whole folder again from where it was built.");
    }

    static void CheckMode(string path)
    {
        if (OperatingSystem.IsWindows())
            return; // Windows folders inherit their permissions from the program's folder.
        UnixFileMode mode = File.GetUnixFileMode(path);
        if (!mode.HasFlag(UnixFileMode.OtherWrite))
            return;
        string octal = Convert.ToString((int)mode, 8).PadLeft(4, '0');
        throw PluginRejectedException.Refused(string.Create(
            CultureInfo.InvariantCulture,
            $"{path} can be written by every user of this machine (mode {octal}), so anybody could put code here. Run: chmod o-w '{path}'"));
    }

    // Links are listed but not entered: they may lead out of the folder or round in circles.
    static IEnumerable<FileSystemInfo> Entries(string folder) =>
        new FileSystemEnumerable<FileSystemInfo>(
            folder,
            (ref entry) => entry.ToFileSystemInfo(),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        {
            ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        }.OrderBy(entry => entry.FullName, StringComparer.Ordinal);
}
