using System.Collections.Immutable;

namespace BitGrid.Engine.Preview;

/// <summary>
/// Looks beyond a decision: what the next block will bring, and what would have to change for another outcome. Both answers come
/// from asking the engine again, never from a second description of the rules.
/// </summary>
/// <param name="engine">The engine that took the decision.</param>
public sealed class Foresight(DecisionEngine engine)
{
    // Enough for every tier to name its demand twice; what is not solved by then is not solved by readings.
    const int MostSteps = 10;

    /// <summary>The decision of the next block, if the readings stay as they are and the surplus does what the forecast says.</summary>
    public Decision NextBlock(Decision decision) => NextBlock(decision.Situation with { Status = decision.NewStatus }, decision.NextMemory);

    /// <summary>The same for a load as it is now.</summary>
    /// <param name="now">What is known now.</param>
    /// <param name="memory">What its rules remember now.</param>
    public Decision NextBlock(in Situation now, LoadMemory memory)
    {
        ImmutableArray<double> forecastW = now.State.ForecastSurplusW;
        EnergyState nextState = now.State with
        {
            Block = now.State.Block.Plus(1),
            Time = now.State.Time.AddSeconds(Block.Seconds),
            ForecastSurplusW = forecastW.IsEmpty ? forecastW : forecastW.RemoveAt(0),
        };
        Situation next = now with
        {
            State = nextState,
            Status = now.Status.After(1),
            // What the loads before take now they are taken to take then.
            SurplusW = forecastW.IsEmpty ? now.SurplusW : forecastW[0] - ((now.State.SurplusW - now.SurplusW) ?? 0),
        };
        return engine.Decide(next, memory);
    }

    /// <summary>What would have to change for a load that is off to start, or for one that runs to stop.</summary>
    public Prospect ForOtherOutcome(Decision decision)
    {
        // Asked again with the same readings, but with the load as it is now and the rules remembering what they just saw.
        Situation now = decision.Situation with { Status = decision.NewStatus };
        return Otherwise(engine.Decide(now, decision.NextMemory, decision.Trigger));
    }

    /// <summary>The same for a decision that was not taken but is expected, such as that of the next block.</summary>
    public Prospect Otherwise(Decision expected) => expected.NewStatus.Running ? ToStop(expected) : ToStart(expected);

    Prospect ToStop(Decision decision)
    {
        Dictionary<string, Condition> demands = new(StringComparer.Ordinal);
        foreach (Condition condition in engine.Describe(decision).Votes.SelectMany(vote => vote.Conditions))
        {
            Condition demand = condition.Fulfilled ? Negated(condition) : condition;
            if (Try(decision, [demand]) is { NewStatus.Running: false })
                demands.TryAdd($"{demand.Metric.Name}{demand.Comparison}", demand);
        }

        return new(decision.Situation.State.Block, Start: false, [.. demands.Values], Proven: demands.Count > 0);
    }

    Prospect ToStart(Decision decision)
    {
        Dictionary<string, Condition> demands = new(StringComparer.Ordinal); // by metric: a later demand replaces an earlier one
        Decision current = decision;
        for (int step = 0; step < MostSteps && !current.NewStatus.Running; step++)
        {
            if (Obstacle(current) is not { } vote || Unblock(current, vote) is not { } solution)
                break;
            foreach (Condition demand in solution)
                demands[demand.Metric.Name] = demand with { Actual = demands.TryGetValue(demand.Metric.Name, out Condition first) ? first.Actual : demand.Actual };
            current = Try(current, solution)!;
        }

        return new(decision.Situation.State.Block, Start: true, [.. demands.Values], Proven: current.NewStatus.Running && demands.Count > 0);
    }

    // The vote that keeps the load off; with no vote at all, the rule that would start it and abstains.
    VoteRecord? Obstacle(Decision decision)
    {
        ImmutableArray<VoteRecord> votes = engine.Describe(decision).Votes;
        return decision.DecidingRule is { } rule
            ? votes.FirstOrDefault(vote => vote.Rule == rule)
            : votes.FirstOrDefault(vote => vote.Tier == RuleTier.Start && vote.Conditions.Any(condition => !condition.Fulfilled));
    }

    // The fewest conditions whose change takes the vote out of the way; when none does, one step in the right direction.
    ImmutableArray<Condition>? Unblock(Decision decision, VoteRecord obstacle)
    {
        // What the vote's own sentence speaks of is what a person expects to hear first.
        ImmutableArray<Condition> flips =
        [
            .. obstacle.Conditions.Reverse().OrderBy(condition => obstacle.Reason.En.Contains($"{{{condition.Metric.Name}", StringComparison.Ordinal) ? 0 : 1)
                .Select(condition => condition.Fulfilled ? Negated(condition) : condition),
        ];
        ImmutableArray<Condition> unfulfilled = [.. obstacle.Conditions.Where(condition => !condition.Fulfilled)];
        foreach (ImmutableArray<Condition> attempt in flips.Select(flip => ImmutableArray.Create(flip)).Append(unfulfilled))
        {
            if (Try(decision, attempt) is { } tried && !Blocks(tried, obstacle))
                return attempt;
        }

        ImmutableArray<Condition> firstStep = [.. flips.Take(1)];
        return Try(decision, firstStep) is null || firstStep.IsEmpty ? null : firstStep;
    }

    bool Blocks(Decision decision, VoteRecord obstacle)
    {
        if (decision.NewStatus.Running)
            return false;
        VoteKind kind = engine.Describe(decision).Votes.First(vote => vote.Rule == obstacle.Rule).Vote;
        return obstacle.Vote == VoteKind.Abstain ? kind != VoteKind.Start : kind is not (VoteKind.Abstain or VoteKind.Start);
    }

    Decision? Try(Decision decision, ImmutableArray<Condition> demands)
    {
        Situation situation = decision.Situation;
        foreach (Condition demand in demands)
        {
            if (WhatIf.With(situation, demand.Metric.Name, Fulfilling(demand)) is not { } changed)
                return null;
            situation = changed;
        }

        return engine.Decide(situation, decision.Memory, decision.Trigger);
    }

    static double Fulfilling(in Condition demand)
    {
        double step = Math.Pow(10, -demand.Metric.Decimals);
        return demand.Comparison switch
        {
            Comparison.Above => demand.Limit + step,
            Comparison.Below => demand.Limit - step,
            _ => demand.Limit,
        };
    }

    static Condition Negated(in Condition condition) => condition with
    {
        Comparison = condition.Comparison switch
        {
            Comparison.AtLeast => Comparison.Below,
            Comparison.AtMost => Comparison.Above,
            Comparison.Above => Comparison.AtMost,
            _ => Comparison.AtLeast,
        },
    };
}
