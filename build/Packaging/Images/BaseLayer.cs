using System.Formats.Tar;
using System.Text;
using System.Text.RegularExpressions;

namespace BitGrid.Build.Packaging.Images;

/// <summary>The root file system below BitGrid: files of a few packages of Debian, and the little that a package manager would have made of them.</summary>
internal static partial class BaseLayer
{
    /// <summary>User and group of BitGrid in a container; the number is the usual one for "nobody in particular".</summary>
    public const int User = 65532;

    /// <summary>All authorities that Debian trusts, in one file.</summary>
    public const string Certificates = "etc/ssl/certs/ca-certificates.crt";

    /// <summary>Writes the layer as a tar file.</summary>
    /// <param name="packages">Files of the packages.</param>
    public static void Write(Stream output, IEnumerable<string> packages)
    {
        SortedDictionary<string, UstarTarEntry> entries = new(StringComparer.Ordinal);
        foreach (var package in packages)
            Unpack(package, entries);

        Add(entries, Certificates, string.Concat(entries.Where(entry => entry.Key.EndsWith(".crt", StringComparison.Ordinal)).Select(entry => Text(entry.Value))));
        Add(entries, "etc/passwd", $"root:x:0:0:root:/root:/none\nbitgrid:x:{User}:{User}:BitGrid:/var/lib/bitgrid:/none\n");
        Add(entries, "etc/group", $"root:x:0:\nbitgrid:x:{User}:\n");
        Add(entries, "etc/nsswitch.conf", "hosts: files dns\n");

        using var writer = new TarWriter(output, TarEntryFormat.Ustar, leaveOpen: true);
        foreach (var entry in entries.Values)
            writer.WriteEntry(entry);
    }

    // Like Google's distroless images: scanners look for the packages in status.d.
    static void Unpack(string package, SortedDictionary<string, UstarTarEntry> entries)
    {
        var name = Shell.Output("dpkg-deb", "--field", package, "Package");
        Add(entries, $"var/lib/dpkg/status.d/{name}", Shell.Output("dpkg-deb", "--field", package) + "\n");

        using var content = Shell.Content(new Invocation("dpkg-deb", ["--fsys-tarfile", package]));
        using var reader = new TarReader(content);
        while (reader.GetNextEntry(copyData: true) is { } entry)
        {
            var path = entry.Name.TrimStart('.', '/').TrimEnd('/');
            if (path.Length > 0 && !Unneeded().IsMatch(path))
                entries.TryAdd(path, Copy(entry, path));
        }
    }

    static UstarTarEntry Copy(TarEntry entry, string path)
    {
        var isFolder = entry.EntryType == TarEntryType.Directory;
        UstarTarEntry copy = new(entry.EntryType == TarEntryType.V7RegularFile ? TarEntryType.RegularFile : entry.EntryType, isFolder ? path + "/" : path)
        {
            Mode = entry.Mode,
            ModificationTime = entry.ModificationTime,
        };
        if (entry.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink)
            copy.LinkName = entry.LinkName;
        else if (!isFolder)
            copy.DataStream = entry.DataStream;
        return copy;
    }

    static void Add(SortedDictionary<string, UstarTarEntry> entries, string path, string text) => entries[path] = new(TarEntryType.RegularFile, path)
    {
        Mode = FileModes.Plain,
        ModificationTime = DateTimeOffset.UnixEpoch,
        DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
    };

    static string Text(UstarTarEntry entry)
    {
        var content = (MemoryStream)entry.DataStream!;
        return Encoding.UTF8.GetString(content.ToArray());
    }

    // Programs need a shell that is not there; .NET converts characters by ICU, not by glibc's modules.
    [GeneratedRegex("^(usr/)?s?bin/|^etc/(ca-certificates|update-motd.d|issue)|/gconv/|^usr/share/(doc/[^/]+/(?!copyright$)|man|locale|lintian|bug|info|zoneinfo/(posix|right))(/|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unneeded();
}
