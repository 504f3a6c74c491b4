using BitGrid.Engine.Replay;
using BitGrid.Host.Live;

namespace BitGrid.Host.Tests.Live;

/// <summary>A journal for as long as a test: two houses that share one are one house before and after a restart.</summary>
sealed class MemoryJournal : IJournal
{
    readonly Lock _gate = new();
    readonly List<TakenDecision> _decisions = [];
    readonly List<HealthEvent> _events = [];
    readonly List<OverrideRequest> _requests = [];

    public IReadOnlyList<TakenDecision> Decisions
    {
        get
        {
            lock (_gate)
                return [.. _decisions];
        }
    }

    public IReadOnlyList<HealthEvent> Events
    {
        get
        {
            lock (_gate)
                return [.. _events];
        }
    }

    public IReadOnlyList<OverrideRequest> Requests => _requests;

    public bool Append(IReadOnlyList<TakenDecision> decisions)
    {
        lock (_gate)
            _decisions.AddRange(decisions);
        return true;
    }

    public void Note(HealthEvent happened)
    {
        lock (_gate)
            _events.Add(happened);
    }

    public void Note(OverrideRequest request) => _requests.Add(request);

    public LoadRecovery Recover(string loadId)
    {
        TakenDecision[] mine = [.. Decisions.Where(decision => decision.Record.LoadId == loadId)];
        if (Array.FindLast(mine, decision => !decision.Row.IsBetweenTicks) is not { } tick)
            return LoadRecovery.Unknown;
        Dictionary<string, RuleMemory> memories = [];
        foreach (TakenDecision decision in mine.SkipWhile(decision => decision != tick))
        {
            foreach ((string rule, RuleMemory memory) in DecisionLine.Memories(decision.Line))
                memories[rule] = memory;
        }

        return new(tick.Record.Block, mine[^1].Record.NewState, mine[^1].Record.Block, [.. memories], _requests.FindLast(request => request.Refusal is null)?.Wish);
    }
}
