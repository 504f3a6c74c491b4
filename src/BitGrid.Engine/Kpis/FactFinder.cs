using BitGrid.Engine.Explanation;

namespace BitGrid.Engine.Kpis;

/// <summary>Finds the facts about decisions, from their records or, at a tenth of the cost, from the decisions alone. Both say the same.</summary>
internal sealed class FactFinder
{
    readonly ExplanationCheck _explained = new();

    /// <summary>The facts in the record of a decision.</summary>
    public KpiFacts Of(Decision decision, DecisionRecord record) => new(
        record.Votes.Any(vote => vote.Tier == RuleTier.Safety && vote.Rule == decision.DecidingRule),
        _explained.Covers(record),
        record.EnergyPath.ExportReason != EngineReasons.PolicyFault,
        Mines(decision) ? record.EnergyPath.Values.SatsPerKwh : null);

    /// <summary>The facts that the record of a decision would have: only the vote and the path they are read from are derived again.</summary>
    public KpiFacts Of(Decision decision, DecisionEngine engine)
    {
        int decider = DeciderOf(decision, engine);
        return new(
            decider >= 0 && engine.VotersOf(decision)[decider].Tier == RuleTier.Safety,
            _explained.Covers(decision, decider, engine),
            !ReferenceEquals(decision.PathReason, EngineReasons.PolicyFault),
            Mines(decision) ? engine.PathOf(decision).Values.SatsPerKwh : null);
    }

    static bool Mines(Decision decision) => decision.NewStatus.Level > 0 && decision.Situation.Load.Kind == LoadKind.Miner;

    static int DeciderOf(Decision decision, DecisionEngine engine)
    {
        if (decision.DecidingRule is not { } id)
            return Arbitration.Nobody;
        ReadOnlySpan<RegisteredRule> voters = engine.VotersOf(decision);
        for (int i = 0; i < voters.Length; i++)
        {
            if (voters[i].Id == id)
                return i;
        }

        return Arbitration.Nobody; // the policy
    }
}
