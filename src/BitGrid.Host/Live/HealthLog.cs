using System.Collections.Concurrent;

namespace BitGrid.Host.Live;

/// <summary>
/// What is wrong now, and everything that happens. A problem is told once when it begins and once when it is over, however
/// often it is raised in between. Safe to call from any thread.
/// </summary>
/// <param name="time">The clock of the house.</param>
internal sealed class HealthLog(TimeProvider time)
{
    readonly ConcurrentDictionary<(string Code, string Subject), HealthEvent> _problems = new();

    /// <summary>Told of every event, one after the other for one subject; must not block.</summary>
    public Action<HealthEvent>? Happened { get; set; }

    /// <summary>The problems there are now, the gravest first.</summary>
    public IReadOnlyList<HealthEvent> Problems =>
        [.. _problems.Values.OrderByDescending(problem => problem.Level).ThenBy(problem => problem.Time).ThenBy(problem => problem.Code, StringComparer.Ordinal)];

    /// <summary>Begins a problem, unless it has begun already.</summary>
    public void Raise(HealthLevel level, string code, string subject, string message)
    {
        HealthEvent begun = new(time.GetUtcNow(), level, code, subject, message) { Lasts = true };
        if (_problems.TryAdd((code, subject), begun))
            Happened?.Invoke(begun);
    }

    /// <summary>Ends a problem, if there is one.</summary>
    public void Clear(string code, string subject)
    {
        if (_problems.TryRemove((code, subject), out HealthEvent? problem))
            Happened?.Invoke(new(time.GetUtcNow(), HealthLevel.Info, code + "_over", subject, $"Over: {problem.Message}") { Ends = code });
    }

    /// <summary>Notes that somebody knows of a problem; it goes on until it is over.</summary>
    /// <returns>False when there is no such problem.</returns>
    public bool Acknowledge(string code, string subject) =>
        _problems.TryGetValue((code, subject), out HealthEvent? problem)
        && _problems.TryUpdate((code, subject), problem with { Acknowledged = true }, problem);

    /// <summary>Tells of something that happens at one moment.</summary>
    public void Note(HealthLevel level, string code, string subject, string message) =>
        Happened?.Invoke(new(time.GetUtcNow(), level, code, subject, message));

    /// <summary>Passes on what somebody else has noticed, at the time of the house.</summary>
    public void Note(HealthEvent noticed)
    {
        HealthEvent happened = noticed with { Time = time.GetUtcNow() };
        if (happened.Ends is { } ended)
            _problems.TryRemove((ended, happened.Subject), out _);
        if (happened.Lasts)
            _problems[(happened.Code, happened.Subject)] = happened;
        Happened?.Invoke(happened);
    }
}
