using System.Collections.Immutable;

namespace BitGrid.Host.Gate;

/// <summary>What the candidate would have done otherwise, told so that a person can follow: not block by block, but by what began it.</summary>
/// <param name="Episodes">The stretches in which a load does something else, in order.</param>
/// <param name="OtherReasons">Decisions that do the same for another reason.</param>
internal sealed record DecisionChanges(ImmutableArray<Episode> Episodes, int OtherReasons)
{
    const string AnyOfConfig = "config";
    const string Program = "program";

    /// <summary>Nothing differs.</summary>
    public static DecisionChanges None { get; } = new([], 0);

    /// <summary>Blocks that differ.</summary>
    public int Blocks => Episodes.Sum(episode => episode.Blocks);

    /// <summary>Compares two replays of the same days.</summary>
    /// <param name="before">As it is now.</param>
    /// <param name="after">As it would be.</param>
    /// <param name="settings">What the candidate's configuration has otherwise.</param>
    public static DecisionChanges Between(Replayed before, Replayed after, ImmutableArray<SettingChange> settings)
    {
        Dictionary<(Block, string), Outcome> others = after.Outcomes.ToDictionary(outcome => (outcome.Block, outcome.LoadId));
        HashSet<string> areas = new(settings.Select(setting => setting.Area), StringComparer.OrdinalIgnoreCase);
        List<Episode> episodes = [];
        int reasons = 0;
        foreach (IGrouping<string, Outcome> load in before.Outcomes.GroupBy(outcome => outcome.LoadId, StringComparer.Ordinal))
        {
            (Outcome Before, Outcome After)[] pairs = [.. load.Where(outcome => others.ContainsKey((outcome.Block, outcome.LoadId))).Select(outcome => (outcome, others[(outcome.Block, outcome.LoadId)]))];
            reasons += pairs.Count(pair => Agree(pair) && pair.Before.ReasonCode != pair.After.ReasonCode);
            episodes.AddRange(EpisodesOf(pairs, areas));
        }

        return new([.. episodes.OrderBy(episode => episode.Before.Block.Id)], reasons);
    }

    static IEnumerable<Episode> EpisodesOf((Outcome Before, Outcome After)[] pairs, HashSet<string> areas)
    {
        for (int first = 0; first < pairs.Length; first++)
        {
            if (Agree(pairs[first]))
                continue;
            int end = Array.FindIndex(pairs, first, Agree) is >= 0 and int agreeing ? agreeing : pairs.Length;
            yield return new(pairs[first].Before, pairs[first].After, end - first, AreaOf(pairs[first], areas));
            first = end;
        }
    }

    static bool Agree((Outcome Before, Outcome After) pair) => pair.Before.Running == pair.After.Running && pair.Before.Level == pair.After.Level;

    // The rules that decided where the ways parted are the ones to look at.
    static string AreaOf((Outcome Before, Outcome After) root, HashSet<string> areas)
    {
        if (new[] { root.Before.Rule, root.After.Rule }.FirstOrDefault(areas.Contains) is { } rule)
            return rule;
        return areas.Count switch { 0 => Program, 1 => areas.First(), _ => AnyOfConfig };
    }
}
