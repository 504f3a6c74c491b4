namespace BitGrid.Engine.Explanation;

/// <summary>Tells whether a decision can be explained: a reason, conditions where its sentences name any, both languages. For one thread at a time.</summary>
public sealed class ExplanationCheck
{
    readonly Dictionary<string, string[]> _metricsByCode = new(StringComparer.Ordinal);

    /// <summary>True when the decision can be explained.</summary>
    /// <param name="record">The decision with all its votes.</param>
    public bool Covers(DecisionRecord record)
    {
        if (record.Votes.IsEmpty)
            return false;
        if (record.DecidingRule is null)
            return record.Votes.Any(vote => !vote.Conditions.IsEmpty);
        VoteRecord? decider = record.Votes.FirstOrDefault(vote => vote.Rule == record.DecidingRule);
        if (decider is null || !ReferenceEquals(decider.Reason, record.Reason))
            return record.Reason != EngineReasons.PolicyFault; // the policy or the engine spoke: its values are always recorded
        return MetricsOf(record.Reason).All(metric => decider.Conditions.Any(condition => condition.Metric.Name == metric));
    }

    string[] MetricsOf(Reason reason)
    {
        if (!_metricsByCode.TryGetValue(reason.Code, out string[]? metrics))
            _metricsByCode[reason.Code] = metrics = [.. Placeholders.In(reason.En).Concat(Placeholders.In(reason.De)).Select(Placeholders.Metric).OfType<string>().Distinct(StringComparer.Ordinal)];
        return metrics;
    }
}
