using BitGrid;
using BitGrid.Host.Live;
using BitGrid.Host.Store;
using JournalWriter;

// JournalWriter DATABASE CONFIG PLUGINS RECORDING [BLOCKS]: goes on where the database ends and says each block that is on the disk.
// Started by tests, which kill it at any moment, and by the measurement of what a day writes.
LiveHouse house = LiveHouse.Open(args[1], args[2], args[3]);
int blocks = args.Length > 4 ? int.Parse(args[4], System.Globalization.CultureInfo.InvariantCulture) : int.MaxValue;
long written = DiskCounters.Written("wchar");
long toDisk = DiskCounters.Written("write_bytes");
using (Journal journal = new(args[0], TimeProvider.System, happened => Console.Error.WriteLine(happened)))
{
    Block next = journal.Recover(house.LoadId).LastTick is { } last ? last.Plus(1) : house.First;
    for (int i = 0; i < blocks; i++, next = next.Plus(1))
    {
        foreach (TakenDecision decision in house.Decide(next, 1))
        {
            if (journal.Append([decision]))
                Console.WriteLine($"{decision.Record.Block.Id} {decision.Record.Trigger}");
        }

        // An event about every hour: a house has its troubles.
        if (i % 6 == 0)
            journal.Note(new HealthEvent(next.WindowStart, HealthLevel.Warning, "reading_stale", "grid_power_w", "The meter has been silent for a minute."));
    }
}

Console.WriteLine($"written {DiskCounters.Written("wchar") - written} {DiskCounters.Written("write_bytes") - toDisk}");
