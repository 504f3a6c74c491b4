using BitGrid.Boot;
using BitGrid.Host.Recordings.Fields;
using BitGrid.Host.Recordings.Output;
using BitGrid.Host.Store;

namespace BitGrid.Host.Archive;

/// <summary>Brings days of the database into the archive and finds out whether what is there can be relied on.</summary>
/// <param name="folder">The archive.</param>
internal sealed class DayArchiver(ArchiveFolder folder)
{
    static readonly int Record = IndexOf(DecisionOutput.Record);
    static readonly int BlockId = IndexOf(RecordingFields.BlockId);
    static readonly int Trigger = IndexOf(RecordingFields.Trigger);
    static readonly string[] TickTriggers = ["BlockTick", "Startup"];

    /// <summary>Reads an archived day to its end.</summary>
    /// <returns>Why it cannot be read; <see langword="null"/> when it can.</returns>
    public static Exception? FindDamage(string path)
    {
        try
        {
            foreach (object?[] row in ArchiveFile.Read(path))
                _ = row;
            return null;
        }
        // A damaged file can surface as any exception of its format's library.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return fault;
        }
    }

    /// <summary>True when everything that the database has of a day is in its readable file.</summary>
    public bool Holds(StoredDay day)
    {
        HashSet<string?> archived = [.. ArchiveFile.Read(folder.PathOf(day.Day)).Select(LineOf)];
        return day.Lines().All(line => archived.Contains(line.ToString()));
    }

    /// <summary>
    /// Writes a day. It appears whole or not at all: written under another name, brought to the disk, read back and compared, and
    /// only then renamed. Rows that are already archived and no longer in the database stay.
    /// </summary>
    /// <exception cref="IOException">It cannot be written, or it does not read as it was written.</exception>
    public void Write(StoredDay day)
    {
        string path = folder.PathOf(day.Day);
        string part = path + ".part";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            object?[][] rows = Rows(day, path);
            ArchiveFile.Write(part, rows);
            if (!AreEqual(rows, ArchiveFile.Read(part)))
                throw new IOException($"{part}: what was written reads differently");
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }

        FlushFolders(path);
    }

    // Late decisions, kept in memory while the disk refused, come after the day was archived; a restored database knows less.
    static object?[][] Rows(StoredDay day, string path)
    {
        object?[][] stored = [.. day.Rows()];
        if (!File.Exists(path))
            return stored;
        HashSet<string?> lines = [.. stored.Select(LineOf)];
        return
        [
            .. ArchiveFile.Read(path).Where(row => !lines.Contains(LineOf(row))).Concat(stored)
                .OrderBy(row => (long)row[BlockId]!).ThenBy(row => !TickTriggers.Contains(row[Trigger])),
        ];
    }

    void FlushFolders(string path)
    {
        string end = Path.GetFullPath(Path.Combine(folder.Root, ".."));
        for (string at = Path.GetDirectoryName(Path.GetFullPath(path))!; at.Length >= end.Length; at = Path.GetDirectoryName(at)!)
        {
            DiskFolder.Flush(at);
            if (at == Path.GetPathRoot(at))
                return;
        }
    }

    static bool AreEqual(object?[][] written, IEnumerable<object?[]> read)
    {
        int count = 0;
        foreach (object?[] row in read)
        {
            if (count == written.Length || !row.SequenceEqual(written[count++]))
                return false;
        }

        return count == written.Length;
    }

    static string? LineOf(object?[] row) => (string?)row[Record];

    static int IndexOf(string name) => DayColumn.All.Select(column => column.Name).ToList().IndexOf(name);
}
