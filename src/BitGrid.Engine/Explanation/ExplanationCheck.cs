namespace BitGrid.Engine.Explanation;

/// <summary>Tells whether a decision can be explained: a reason, conditions where its sentences name any, both languages. For one thread at a time.</summary>
public sealed class ExplanationCheck
{
    readonly Dictionary<Reason, string[]> _metrics = new(ReferenceEqualityComparer.Instance);
    readonly List<Condition> _conditions = [];

    /// <summary>True when the decision can be explained.</summary>
    /// <param name="record">The decision with all its votes.</param>
    public bool Covers(DecisionRecord record)
    {
        if (record.Votes.IsEmpty)
            return false;
        if (record.DecidingRule is null)
            return record.Votes.Any(vote => !vote.Conditions.IsEmpty);
        VoteRecord? decider = record.Votes.FirstOrDefault(vote => vote.Rule == record.DecidingRule);
        return decider is null || !ReferenceEquals(decider.Reason, record.Reason)
            ? IsOfEngine(record.Reason)
            : Name(decider.Conditions.AsSpan(), MetricsOf(record.Reason));
    }

    /// <summary>The same without the record: of all votes only the one that decided is cast again, or as many as it takes to see a condition.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="decider">Index of the vote that decided, negative when none did.</param>
    /// <param name="engine">The engine that took it.</param>
    internal bool Covers(Decision decision, int decider, DecisionEngine engine)
    {
        if (decision.DecidingRule is null)
            return AnyCondition(decision, engine);
        string[] metrics = MetricsOf(decision.Reason);
        if (decider < 0 || metrics.Length == 0)
            return IsOfEngine(decision.Reason);
        _conditions.Clear();
        Vote vote = engine.VoteOf(decision, decider, _conditions);
        return ReferenceEquals(vote.Reason, decision.Reason)
            ? Name(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_conditions), metrics)
            : IsOfEngine(decision.Reason);
    }

    // The policy or the engine spoke: its values are always recorded, unless it failed.
    static bool IsOfEngine(Reason reason) => !ReferenceEquals(reason, EngineReasons.PolicyFault);

    bool AnyCondition(Decision decision, DecisionEngine engine)
    {
        _conditions.Clear();
        for (int i = 0; i < engine.VotersOf(decision).Length && _conditions.Count == 0; i++)
            engine.VoteOf(decision, i, _conditions);
        return _conditions.Count > 0;
    }

    static bool Name(ReadOnlySpan<Condition> conditions, string[] metrics)
    {
        foreach (string metric in metrics)
        {
            if (!IsNamed(conditions, metric))
                return false;
        }

        return true;
    }

    static bool IsNamed(ReadOnlySpan<Condition> conditions, string metric)
    {
        foreach (Condition condition in conditions)
        {
            if (condition.Metric.Name == metric)
                return true;
        }

        return false;
    }

    string[] MetricsOf(Reason reason)
    {
        if (!_metrics.TryGetValue(reason, out string[]? metrics))
            _metrics[reason] = metrics = [.. Placeholders.In(reason.En).Concat(Placeholders.In(reason.De)).Select(Placeholders.Metric).OfType<string>().Distinct(StringComparer.Ordinal)];
        return metrics;
    }
}
