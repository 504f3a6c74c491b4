using System.Formats.Tar;
using System.Runtime.Versioning;
using BitGrid.Build.Packaging;

namespace BitGrid.Build.Tests.Packaging;

[UnsupportedOSPlatform("windows")]
public sealed class TarArchiveTests : IDisposable
{
    static readonly DateTimeOffset Time = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    readonly TemporaryFolder _one = new();
    readonly TemporaryFolder _other = new();

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
    }

    [Fact]
    public void The_same_files_give_the_same_bytes_whatever_their_age_and_mode_and_the_order_they_were_made_in()
    {
        _one.Write("house/VERSION", "1.0.0\n");
        _one.Write("house/bin/run", "#!/bin/sh\n");
        File.SetUnixFileMode(_other.Write("house/bin/run", "#!/bin/sh\n"), UnixFileMode.UserRead | UnixFileMode.OtherWrite);
        File.SetLastWriteTimeUtc(_other.Write("house/VERSION", "1.0.0\n"), new(1999, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.SetUnixFileMode(Path.Combine(_other.Path, "house/bin"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal(Pack(_one), Pack(_other));
    }

    [Fact]
    public void Another_content_gives_other_bytes()
    {
        _one.Write("house/VERSION", "1.0.0\n");
        _other.Write("house/VERSION", "1.0.1\n");

        Assert.NotEqual(Pack(_one), Pack(_other));
    }

    [Fact]
    public void Programs_may_be_run_and_everything_belongs_to_root()
    {
        _one.Write("house/bin/run", "#!/bin/sh\n");
        _one.Write("house/bin/program", "\u007fELF...");
        _one.Write("house/bin/library.so", "\u007fELF...");
        _one.Write("house/a.yaml", "a: 1\n");

        Assert.Equal(
            ["house/ 755", "house/a.yaml 644", "house/bin/ 755", "house/bin/library.so 644", "house/bin/program 755", "house/bin/run 755"],
            Entries(Pack(_one)).Select(entry => $"{entry.Name} {Convert.ToString((int)entry.Mode, 8)}"));
        Assert.All(Entries(Pack(_one)), entry => Assert.Equal((0, 0, Time), (entry.Uid, entry.Gid, entry.ModificationTime)));
    }

    [Fact]
    public void A_root_has_owners_and_links()
    {
        _one.Write("var/lib/house/kept", "");
        File.CreateSymbolicLink(Path.Combine(_one.Path, "var/link"), "/opt/program");
        using MemoryStream tar = new();
        TarArchive.WriteRoot(tar, _one.Path, Time, name => name.StartsWith("var/lib/house", StringComparison.Ordinal) ? 65532 : 0);

        Assert.Equal(
            ["var/ 0", "var/lib/ 0", "var/lib/house/ 65532", "var/lib/house/kept 65532", "var/link 0 -> /opt/program"],
            Entries(tar.ToArray()).Select(entry => $"{entry.Name} {entry.Uid}{(entry.EntryType == TarEntryType.SymbolicLink ? $" -> {entry.LinkName}" : "")}"));
    }

    static byte[] Pack(TemporaryFolder folder)
    {
        using MemoryStream tar = new();
        TarArchive.WriteFolder(tar, Path.Combine(folder.Path, "house"), Time);
        return tar.ToArray();
    }

    static List<TarEntry> Entries(byte[] tar)
    {
        using TarReader reader = new(new MemoryStream(tar));
        List<TarEntry> entries = [];
        while (reader.GetNextEntry(copyData: true) is { } entry)
            entries.Add(entry);
        return entries;
    }
}
