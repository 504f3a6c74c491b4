using System.Collections.Immutable;
using System.Text;
using BitGrid.Engine.Preview;

namespace BitGrid.Engine.Explanation;

/// <summary>Says in one sentence what was decided and why, from the reasons' templates and the conditions of the votes.</summary>
/// <param name="language">Language of the sentences.</param>
public sealed class Explainer(Language language)
{
    /// <summary>The decision in a sentence: "Start: surplus 1.8 kW ≥ 1.5 kW, price 16 ct ≤ 18 ct. Stable until block +2."</summary>
    public string Sentence(DecisionRecord record)
    {
        long stableBlocks = record.ValidUntil.Id - record.Block.Id;
        string tail = stableBlocks == 0 ? "" : language == Language.De ? $" Stabil bis Block +{stableBlocks}." : $" Stable until block +{stableBlocks}.";
        return $"{Headline(record)}: {Because(record)}.{tail}";
    }

    /// <summary>What happens to the load, in two words.</summary>
    public string Headline(DecisionRecord record) => (record.Action, record.NewState.Running, language) switch
    {
        (DecisionAction.Start, _, _) => "Start",
        (DecisionAction.Stop, _, Language.De) => "Stopp",
        (DecisionAction.Stop, _, _) => "Stop",
        (DecisionAction.SetLevel, _, Language.De) => $"Stufe {record.NewState.Level}",
        (DecisionAction.SetLevel, _, _) => $"Level {record.NewState.Level}",
        (_, true, Language.De) => "Läuft weiter",
        (_, true, _) => "Keeps running",
        (_, false, Language.De) => "Bleibt aus",
        _ => "Stays off",
    };

    /// <summary>The reason of the decision as a sentence without a full stop.</summary>
    public string Because(DecisionRecord record)
    {
        VoteRecord? speaker = record.Votes.FirstOrDefault(vote => vote.Rule == record.DecidingRule && ReferenceEquals(vote.Reason, record.Reason));
        if (record.Reason == EngineReasons.NoVote)
            speaker = record.Votes.FirstOrDefault(vote => vote.Tier == RuleTier.Start && !vote.Conditions.IsEmpty);
        return speaker is null
            ? Fill(record.Reason, [.. record.Votes.SelectMany(vote => vote.Conditions)], record.EnergyPath.Values)
            : Because(speaker);
    }

    /// <summary>The reason of one vote as a sentence without a full stop.</summary>
    public string Because(VoteRecord vote) => Fill(vote.Reason, vote.Conditions, default);

    /// <summary>Why a path of energy is taken or rejected, as a sentence without a full stop.</summary>
    public string Because(PathChoice choice, EnergyPath path) => Fill(choice.ReasonFor(path), [], choice.Values);

    /// <summary>A condition as it stands: "surplus 0.4 kW &lt; 1.5 kW". What is not fulfilled is said the other way round, so it is always true.</summary>
    public string Phrase(in Condition condition)
    {
        (string actual, string limit) = NumberText.Pair(condition, language);
        return condition.Actual is null ? $"{Name(condition.Metric)} {actual}" : $"{Name(condition.Metric)} {actual} {SignOf(condition.Comparison, condition.Fulfilled)} {limit}";
    }

    /// <summary>A condition as a demand: "surplus ≥ 1.5 kW (now 0.4 kW)".</summary>
    public string Demand(in Condition condition)
    {
        if (condition is { Metric.Name: "blocks_since_change", Fulfilled: false, Comparison: Comparison.AtLeast, Actual: { } passed })
            return language == Language.De ? $"Ablauf der Ruhezeit (in {condition.Limit - passed} Blöcken)" : $"the end of the settling time (in {condition.Limit - passed} blocks)";
        (string actual, string limit) = NumberText.Pair(condition, language);
        return $"{Name(condition.Metric)} {SignOf(condition.Comparison, asWritten: true)} {limit} ({(language == Language.De ? "jetzt" : "now")} {actual})";
    }

    /// <summary>What would have to change, in a sentence; empty when nothing is known that would.</summary>
    public string Sentence(Prospect prospect)
    {
        if (prospect.Demands.IsEmpty)
            return "";
        string demands = string.Join((prospect.Start, language) switch
        {
            (true, Language.De) => " und ",
            (true, _) => " and ",
            (false, Language.De) => " oder ",
            _ => " or ",
        }, prospect.Demands.Select(demand => Demand(demand)));
        return (prospect.Start, language) switch
        {
            (true, Language.De) => $"Startet bei {demands}{(prospect.Proven ? "" : " frühestens")}.",
            (true, _) => $"{(prospect.Proven ? "Starts" : "Starts at the earliest")} with {demands}.",
            (false, Language.De) => $"Stoppt bei {demands}.",
            _ => $"Stops with {demands}.",
        };
    }

    string Name(Metric metric) => language == Language.De ? metric.De : metric.En;

    static string SignOf(Comparison comparison, bool asWritten) => (comparison, asWritten) switch
    {
        (Comparison.AtLeast, true) or (Comparison.Below, false) => "≥",
        (Comparison.AtMost, true) or (Comparison.Above, false) => "≤",
        (Comparison.Above, true) or (Comparison.AtMost, false) => ">",
        _ => "<",
    };

    string Fill(Reason reason, ImmutableArray<Condition> conditions, in PathValues values)
    {
        string template = language == Language.De ? reason.De : reason.En;
        StringBuilder text = new();
        int position = 0;
        while (template.IndexOf('{', position) is >= 0 and int open && template.IndexOf('}', open) is >= 0 and int close)
        {
            text.Append(template, position, open - position).Append(Value(template[(open + 1)..close], conditions, values));
            position = close + 1;
        }

        return text.Append(template, position, template.Length - position).ToString();
    }

    string Value(string placeholder, ImmutableArray<Condition> conditions, in PathValues values) => placeholder switch
    {
        Placeholders.Conditions => string.Join(", ", conditions.Select(condition => Phrase(condition))),
        Placeholders.Values => Describe(values),
        _ => Value(placeholder, conditions),
    };

    // The last condition on a metric is the one the vote turned on: a band is checked from its far end to its near one.
    string Value(string placeholder, ImmutableArray<Condition> conditions)
    {
        bool limit = Placeholders.IsLimit(placeholder);
        string? name = Placeholders.Metric(placeholder);
        for (int i = conditions.Length - 1; i >= 0; i--)
        {
            if (conditions[i].Metric.Name != name)
                continue;
            (string actual, string wanted) = NumberText.Pair(conditions[i], language);
            return limit ? wanted : actual;
        }

        return language == Language.De ? "unbekannt" : "unknown";
    }

    string Describe(in PathValues values)
    {
        bool german = language == Language.De;
        return string.Join(", ",
            Describe(german ? "Einspeisen" : "export", values.ExportCtKwh),
            Describe(german ? "Heizen" : "heat", values.HeatCtKwh),
            Describe(german ? "Schürfen" : "mining", values.HodlCtKwh));
    }

    string Describe(string name, double? valueCtKwh) =>
        valueCtKwh is { } ct ? $"{name} {NumberText.Plain(ct, 1, language)} ct" : $"{name} ?";
}
