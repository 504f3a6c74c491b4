using System.Collections.Immutable;
using BitGrid.Engine.Guards;

namespace BitGrid.Engine;

/// <summary>
/// The heart of BitGrid, a pure function: every rule votes (<see cref="Booth"/>), the deciding vote is found
/// (<see cref="Arbitration"/>), and the load gets what it means (<see cref="Outcome"/>). Safe to call from several threads.
/// </summary>
public sealed class DecisionEngine
{
    readonly RegisteredRule[] _rules;
    readonly int _safetyRules;
    readonly RegisteredPolicy _policy;
    readonly EngineSettings _settings;

    /// <summary>Creates an engine.</summary>
    /// <param name="rules">The rules in any order; the engine sorts them by tier and ordinal id and adds its own guards, <c>DATA</c> and <c>OVERRIDE</c>.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="settings">What the host adds.</param>
    /// <exception cref="ArgumentException">Two rules have the same id, or one has the id of a guard.</exception>
    public DecisionEngine(IEnumerable<RegisteredRule> rules, RegisteredPolicy policy, EngineSettings? settings = null)
    {
        _rules =
        [
            .. rules
                .Append(new RegisteredRule(DataGuard.Id, RuleTier.Safety, new DataGuard()))
                .Append(new RegisteredRule(OverrideRule.Id, RuleTier.Override, new OverrideRule()))
                .OrderByDescending(rule => rule.Tier)
                .ThenBy(rule => rule.Id, StringComparer.Ordinal),
        ];
        if (_rules.GroupBy(rule => rule.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twins)
            throw new ArgumentException($"Two rules are called '{twins.Key}'. Every rule needs an id of its own; DATA and OVERRIDE are the engine's.", nameof(rules));
        _safetyRules = _rules.Count(rule => rule.Tier == RuleTier.Safety);
        _policy = policy;
        _settings = settings ?? new();
        NoMemory = new LoadMemory([.. _rules.Select(_ => RuleMemory.Empty)]);
    }

    /// <summary>Memory of a load that was never decided about.</summary>
    public LoadMemory NoMemory { get; }

    /// <summary>The rules in the order they are recorded: highest tier first, then by ordinal id.</summary>
    public IReadOnlyList<RegisteredRule> Rules => _rules;

    /// <summary>Id of the policy in force.</summary>
    public string PolicyId => _policy.Id;

    /// <summary>Memory as recorded with a decision's votes. Rules this engine does not have are left out; those without a vote start empty.</summary>
    public LoadMemory Recall(IEnumerable<KeyValuePair<string, RuleMemory>> memories)
    {
        Dictionary<string, RuleMemory> byId = new(memories, StringComparer.Ordinal);
        return new LoadMemory([.. _rules.Select(rule => Booth.Known(byId.GetValueOrDefault(rule.Id, RuleMemory.Empty)))]);
    }

    /// <summary>The same after a new start: rules that had failed begin anew, and are asked again.</summary>
    public LoadMemory RecallAfresh(IEnumerable<KeyValuePair<string, RuleMemory>> memories) =>
        Recall(memories.Where(entry => !entry.Value.Equals(Booth.Quarantined)));

    /// <summary>What the rules remember, by rule id, without those that remember nothing: what <see cref="Recall"/> takes.</summary>
    public ImmutableArray<KeyValuePair<string, RuleMemory>> MemoriesOf(LoadMemory memory) =>
        [.. _rules.Select((rule, i) => KeyValuePair.Create(rule.Id, memory[i])).Where(entry => !entry.Value.Equals(RuleMemory.Empty))];

    /// <summary>Decides about one load.</summary>
    /// <param name="situation">What is known.</param>
    /// <param name="memory">What the rules remember: <see cref="Decision.NextMemory"/> of the decision before, or <see cref="NoMemory"/>.</param>
    /// <param name="trigger">What asks. With <see cref="DecisionTrigger.SafetyAsync"/> only the Safety tier is heard, and nothing starts.</param>
    public Decision Decide(in Situation situation, LoadMemory memory, DecisionTrigger trigger = DecisionTrigger.BlockTick)
    {
        ReadOnlySpan<RegisteredRule> voters = Voters(trigger);
        FewVotes few = default;
        Span<Vote> votes = voters.Length <= FewVotes.Most ? few[..voters.Length] : new Vote[voters.Length];
        LoadMemory nextMemory = Poll(voters, situation, memory, votes);
        PathChoice path = Booth.Choose(_policy, situation, _settings.OnFault);
        if (trigger == DecisionTrigger.SafetyAsync)
            path = path with { TargetLevel = situation.Status.Level }; // between ticks the policy changes nothing

        AutonomyLevel autonomy = AutonomyIn(situation);
        int decider = Arbitration.DecidingVote(voters, votes, autonomy);
        Outcome outcome = decider == Arbitration.Nobody && autonomy != AutonomyLevel.Full
            ? Propose(voters, votes, situation, path, ref decider)
            : OutcomeOf(decider, voters, votes, situation, path);

        return new Decision(situation, memory, trigger)
        {
            NextMemory = nextMemory,
            Action = outcome.Action,
            Reason = outcome.Reason,
            DecidingRule = outcome.ByPolicy ? _policy.Id : decider == Arbitration.Nobody ? null : voters[decider].Id,
            NewStatus = outcome.NewStatus,
            Preferred = path.Preferred,
            PathReason = path.ReasonFor(path.Preferred),
            TargetLevel = path.TargetLevel,
        };
    }

    /// <summary>Derives everything that led to a decision of this engine: all votes with their conditions, and the energy path.</summary>
    public DecisionRecord Describe(Decision decision)
    {
        ref readonly Situation situation = ref decision.Situation;
        return new DecisionRecord
        {
            Block = situation.State.Block,
            LoadId = situation.Load.Id,
            Time = situation.State.Time,
            Trigger = decision.Trigger,
            Action = decision.Action,
            Reason = decision.Reason,
            DecidingRule = decision.DecidingRule,
            Votes = RecordVotes(decision),
            EnergyPath = PathOf(decision),
            PreviousState = situation.Status,
            NewState = decision.NewStatus,
            ValidUntil = situation.State.Block.Plus(StableBlocks(decision)),
            IsOverride = decision.DecidingRule == OverrideRule.Id,
            ConfigHash = _settings.ConfigHash,
            EngineVersion = _settings.EngineVersion,
            CommandId = CommandId.Of(decision),
        };
    }

    /// <summary>The rules that were asked for a decision, in the order of its votes.</summary>
    internal ReadOnlySpan<RegisteredRule> VotersOf(Decision decision) => Voters(decision.Trigger);

    /// <summary>One vote of a decision, derived again.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="voter">Index of the rule in <see cref="VotersOf"/>.</param>
    /// <param name="conditions">Receives the vote's comparisons.</param>
    internal Vote VoteOf(Decision decision, int voter, ICollection<Condition> conditions) =>
        Booth.Ask(_rules[voter], decision.Situation, decision.Memory[voter], conditions, onFault: null);

    /// <summary>The energy path of a decision, derived again.</summary>
    internal PathChoice PathOf(Decision decision) => Booth.Choose(_policy, decision.Situation, onFault: null);

    // A person's wish is never above the Autarky tier, not even where that tier does not act by itself.
    AutonomyLevel AutonomyIn(in Situation situation) =>
        _settings.Autonomy == AutonomyLevel.Manual && situation.Override?.BlocksLeft(situation.State.Block) > 0
            ? AutonomyLevel.Semi
            : _settings.Autonomy;

    ReadOnlySpan<RegisteredRule> Voters(DecisionTrigger trigger) =>
        trigger == DecisionTrigger.SafetyAsync ? _rules.AsSpan(0, _safetyRules) : _rules;

    LoadMemory Poll(ReadOnlySpan<RegisteredRule> voters, in Situation situation, LoadMemory memory, Span<Vote> votes)
    {
        LoadMemory next = memory;
        for (int i = 0; i < voters.Length; i++)
        {
            votes[i] = Booth.Ask(voters[i], situation, memory[i], conditions: null, _settings.OnFault);
            next = next.With(i, votes[i].Memory);
        }

        return next;
    }

    static Outcome OutcomeOf(int decider, ReadOnlySpan<RegisteredRule> voters, ReadOnlySpan<Vote> votes, in Situation situation, in PathChoice path) =>
        decider == Arbitration.Nobody
            ? Outcome.Of(situation, Vote.Abstain(EngineReasons.NoVote), byHand: false, path)
            : Outcome.Of(situation, votes[decider], voters[decider].Tier == RuleTier.Override, path);

    // With less than full autonomy nobody who may act has spoken: what the others would do is only proposed.
    static Outcome Propose(
        ReadOnlySpan<RegisteredRule> voters, ReadOnlySpan<Vote> votes, in Situation situation, in PathChoice path, ref int decider)
    {
        decider = Arbitration.DecidingVote(voters, votes, AutonomyLevel.Full);
        Outcome proposed = OutcomeOf(decider, voters, votes, situation, path);
        return proposed.Action switch
        {
            DecisionAction.Start => Outcome.Hold(situation.Status, EngineReasons.ProposesStart),
            DecisionAction.Stop => Outcome.Hold(situation.Status, EngineReasons.ProposesStop),
            _ => Outcome.Hold(situation.Status, proposed.Action == DecisionAction.Hold ? proposed.Reason : EngineReasons.NoVote),
        };
    }

    ImmutableArray<VoteRecord> RecordVotes(Decision decision)
    {
        ReadOnlySpan<RegisteredRule> voters = VotersOf(decision);
        var votes = ImmutableArray.CreateBuilder<VoteRecord>(voters.Length);
        List<Condition> conditions = [];
        for (int i = 0; i < voters.Length; i++)
        {
            conditions.Clear();
            Vote vote = VoteOf(decision, i, conditions);
            votes.Add(new VoteRecord(voters[i].Id, voters[i].Tier, vote.Kind, vote.Level, vote.Reason, [.. conditions], vote.Memory));
        }

        return votes.MoveToImmutable();
    }

    // How many more blocks the stability rules would keep the new state if nothing else changed; a day at the most.
    int StableBlocks(Decision decision)
    {
        for (int blocks = 1; blocks <= Block.PerDay; blocks++)
        {
            Situation later = decision.Situation with { State = Later(decision.Situation.State, blocks), Status = decision.NewStatus.After(blocks) };
            if (!StabilityHolds(later, decision.NextMemory))
                return blocks - 1;
        }

        return Block.PerDay;
    }

    static EnergyState Later(EnergyState state, int blocks) =>
        state with { Block = state.Block.Plus(blocks), Time = state.Time.AddSeconds(blocks * Block.Seconds) };

    bool StabilityHolds(in Situation situation, LoadMemory memory)
    {
        for (int i = 0; i < _rules.Length; i++)
        {
            if (_rules[i].Tier == RuleTier.Stability
                && Booth.Ask(_rules[i], situation, memory[i], conditions: null, onFault: null).Kind == VoteKind.Hold)
                return true;
        }

        return false;
    }
}
