using BitGrid.Host.Configuration.Settings;
using BitGrid.Host.Live;
using BitGrid.Host.Recordings;
using BitGrid.Host.Store;

namespace BitGrid.Host.Archive;

/// <summary>
/// Keeps the archive of a data folder: checks what is there, makes room, adds the days that are over, and lets the database forget
/// what is old and safe. Nothing here throws, and nothing here can stop a decision.
/// </summary>
internal sealed class ArchiveKeeper
{
    // Each old day is read once in so many days, so that the nightly check stays short however large the archive is.
    const int DaysPerRound = 30;

    readonly string _database;
    readonly Journal _journal;
    readonly StorageSettings _settings;
    readonly TimeProvider _time;
    readonly Action<HealthEvent> _tell;
    readonly ArchiveFolder _folder;
    readonly DayArchiver _archiver;
    readonly ArchiveRotation _rotation;
    long? _doneOn;

    /// <summary>A keeper of a data folder.</summary>
    /// <param name="dataFolder">The folder with the database; the archive is below it.</param>
    /// <param name="journal">The journal that writes the database.</param>
    /// <param name="settings">Section <c>storage</c> of the configuration.</param>
    /// <param name="time">The clock of the house.</param>
    /// <param name="tell">Told of what a person should know.</param>
    /// <param name="freeBytes">Room on the disk; asked from the system when left out.</param>
    public ArchiveKeeper(string dataFolder, Journal journal, StorageSettings settings, TimeProvider time, Action<HealthEvent> tell, Func<long>? freeBytes = null)
    {
        (_database, _journal, _settings, _time, _tell) = (DataFolder.DatabaseIn(dataFolder), journal, settings, time, tell);
        _folder = new(DataFolder.ArchiveIn(dataFolder));
        _archiver = new(_folder);
        _rotation = new(_folder, settings, freeBytes ?? (() => new DriveInfo(Path.GetFullPath(dataFolder)).AvailableFreeSpace));
    }

    /// <summary>Does what is due. To be called at a start and after every midnight UTC; once done, it does nothing until the next day.</summary>
    public void Run()
    {
        long today = Block.At(_time.GetUtcNow()).Day;
        if (_doneOn == today)
            return;
        try
        {
            Run(today);
            _doneOn = today;
        }
        // The format's library may throw anything over a damaged file.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            _tell(ArchiveEvents.Failed(_time.GetUtcNow(), _folder.Root, fault));
        }
    }

    void Run(long today)
    {
        StoredDay[] stored = [.. StoredDay.In(_database).Where(day => day.Day < today)];
        HashSet<long> kept = [.. stored.Select(day => day.Day)];
        Check(today, kept);
        foreach (HealthEvent happened in _rotation.Run(today, kept, _time.GetUtcNow()))
            _tell(happened);
        foreach (StoredDay day in stored.Where(day => !IsSafe(day)))
            _archiver.Write(day);
        // Only now, with every day of the database in a readable file.
        if (stored.Any(day => day.Day < today - _settings.KeepDays))
            _journal.Prune(new Block((today - _settings.KeepDays) * Block.PerDay));
    }

    void Check(long today, HashSet<long> kept)
    {
        foreach (ArchivedDay day in _folder.Days().Where(day => kept.Contains(day.Day) || day.Day % DaysPerRound == today % DaysPerRound))
        {
            if (DayArchiver.FindDamage(day.Path) is { } damage)
                _tell(ArchiveEvents.Corrupt(_time.GetUtcNow(), day.Path, ArchiveFolder.SetAside(day.Path, _time.GetUtcNow()), kept.Contains(day.Day), damage));
        }
    }

    bool IsSafe(StoredDay day) => File.Exists(_folder.PathOf(day.Day)) && _archiver.Holds(day);
}
