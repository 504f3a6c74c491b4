using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Live;

namespace BitGrid.Host.Archive;

/// <summary>Makes room: days beyond their age go, and the oldest ones while the archive is too large or the disk too full.</summary>
/// <param name="folder">The archive.</param>
/// <param name="settings">How much may be kept.</param>
/// <param name="freeBytes">Room on the disk.</param>
internal sealed class ArchiveRotation(ArchiveFolder folder, StorageSettings settings, Func<long> freeBytes)
{
    const double BytesPerMb = 1_000_000;

    /// <summary>Removes what has to go.</summary>
    /// <param name="today">Today, counted from 1970-01-01.</param>
    /// <param name="kept">Days that the database still has: to remove them would only have them written again.</param>
    /// <param name="now">Time of the events.</param>
    /// <returns>What a person should know.</returns>
    /// <exception cref="IOException">A file cannot be removed.</exception>
    public IEnumerable<HealthEvent> Run(long today, IReadOnlySet<long> kept, DateTimeOffset now)
    {
        double bytes = folder.Days().Concat(folder.SetAside()).Sum(day => (double)day.Bytes);
        Queue<ArchivedDay> removable = new(folder.Days().Where(day => !kept.Contains(day.Day)).Concat(folder.SetAside()).OrderBy(day => day.Day));
        bytes -= Remove(removable, day => day.Day < today - settings.ArchiveDays).Sum(day => (double)day.Bytes);

        List<ArchivedDay> overBudget = [];
        foreach (ArchivedDay day in Remove(removable, _ => bytes > settings.ArchiveBudgetMb * BytesPerMb))
        {
            overBudget.Add(day);
            bytes -= day.Bytes;
        }

        if (overBudget.Count > 0)
            yield return ArchiveEvents.OverBudget(now, folder.Root, settings.ArchiveBudgetMb, overBudget);
        if (!IsDiskLow())
            yield break;
        long freeBefore = freeBytes();
        ArchivedDay[] forRoom = [.. Remove(removable, _ => IsDiskLow())];
        yield return ArchiveEvents.DiskLow(now, folder.Root, freeBefore / BytesPerMb, settings.MinFreeMb, forRoom);
    }

    bool IsDiskLow() => freeBytes() < settings.MinFreeMb * BytesPerMb;

    static IEnumerable<ArchivedDay> Remove(Queue<ArchivedDay> oldestFirst, Func<ArchivedDay, bool> hasToGo)
    {
        while (oldestFirst.TryPeek(out ArchivedDay day) && hasToGo(day))
        {
            File.Delete(day.Path);
            yield return oldestFirst.Dequeue();
        }
    }
}
