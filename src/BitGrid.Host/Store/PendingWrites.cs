using BitGrid.Host.Live;

namespace BitGrid.Host.Store;

/// <summary>What is not on the disk yet, in the order it came. Bounded: what does not fit pushes out the oldest of its kind.</summary>
internal sealed class PendingWrites
{
    /// <summary>Decisions that are kept: a day of six loads, some 10 MB.</summary>
    public const int MostDecisions = 6 * Block.PerDay;

    /// <summary>Events and wishes that are kept, of each kind.</summary>
    public const int MostNotes = 1000;

    /// <summary>Decisions.</summary>
    public Queue<TakenDecision> Decisions { get; } = [];

    /// <summary>Events.</summary>
    public Queue<HealthEvent> Events { get; } = [];

    /// <summary>Wishes.</summary>
    public Queue<OverrideRequest> Overrides { get; } = [];

    /// <summary>What was done from outside.</summary>
    public Queue<AuditEntry> Audits { get; } = [];

    /// <summary>Configurations.</summary>
    public Queue<ConfigVersion> Configs { get; } = [];

    /// <summary>Decisions that were pushed out.</summary>
    public long Lost { get; private set; }

    /// <summary>True when there is nothing to write.</summary>
    public bool IsEmpty => Decisions.Count + Events.Count + Overrides.Count + Audits.Count + Configs.Count == 0;

    public void Add(IEnumerable<TakenDecision> decisions)
    {
        foreach (TakenDecision decision in decisions)
            Lost += Add(Decisions, decision, MostDecisions) ? 1 : 0;
    }

    public void Add(HealthEvent happened) => Add(Events, happened, MostNotes);

    public void Add(OverrideRequest request) => Add(Overrides, request, MostNotes);

    public void Add(AuditEntry entry) => Add(Audits, entry, MostNotes);

    public void Add(ConfigVersion config) => Add(Configs, config, MostNotes);

    /// <summary>Forgets everything: it is written.</summary>
    public void Clear()
    {
        Decisions.Clear();
        Events.Clear();
        Overrides.Clear();
        Audits.Clear();
        Configs.Clear();
        Lost = 0;
    }

    static bool Add<T>(Queue<T> queue, T item, int most)
    {
        queue.Enqueue(item);
        return queue.Count > most && queue.TryDequeue(out _);
    }
}
