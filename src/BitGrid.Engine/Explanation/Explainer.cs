using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BitGrid.Engine.Preview;

namespace BitGrid.Engine.Explanation;

/// <summary>Says in one sentence what was decided and why, from the reasons' templates and the conditions of the votes.</summary>
/// <param name="language">Language of the sentences.</param>
/// <param name="zone">Time zone of the house, in which times of day are told; when left out it is UTC, and the sentences say so.</param>
public sealed class Explainer(Language language, TimeZoneInfo? zone = null)
{
    /// <summary>The decision in sentences: "Starts: enough solar power is left over – surplus 1.8 kW (at least 1.5 kW). Stays so until 14:30 at least."</summary>
    public string Sentence(DecisionRecord record)
    {
        string tail = "";
        if (record.ValidUntil > record.Block)
        {
            string until = Clock(record.ValidUntil.WindowEnd);
            tail = Say($" Stays so until {until} at least.", $" Das bleibt mindestens bis {until} so.");
        }

        return $"{Headline(record)}: {Because(record)}.{tail}";
    }

    /// <summary>What happens to the load, in two words.</summary>
    public string Headline(DecisionRecord record) => (record.Action, record.NewState.Running) switch
    {
        (DecisionAction.Start, _) => Say("Starts", "Startet"),
        (DecisionAction.Stop, _) => Say("Stops", "Stoppt"),
        (DecisionAction.SetLevel, _) => Say($"Now runs at level {record.NewState.Level}", $"Läuft jetzt auf Stufe {record.NewState.Level}"),
        (_, true) => Say("Keeps running", "Läuft weiter"),
        _ => Say("Stays off", "Bleibt aus"),
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

    /// <summary>Name of a quantity.</summary>
    public string Name(Metric metric) => Say(metric.En, metric.De);

    /// <summary>The actual value of a condition and its limit, each with its unit.</summary>
    public (string Actual, string Limit) Values(in Condition condition) => NumberText.Pair(condition, language);

    /// <summary>A comparison in words: "at least".</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="asWritten">False: its opposite.</param>
    public string Bound(Comparison comparison, bool asWritten) => (comparison, asWritten) switch
    {
        (Comparison.AtLeast, true) or (Comparison.Below, false) => Say("at least", "mindestens"),
        (Comparison.AtMost, true) or (Comparison.Above, false) => Say("at most", "höchstens"),
        (Comparison.Above, true) or (Comparison.AtMost, false) => Say("above", "über"),
        _ => Say("below", "unter"),
    };

    /// <summary>A condition as it stands: "surplus 1.8 kW (at least 1.5 kW)". What is not fulfilled is said the other way round ("below"), so it is always true.</summary>
    public string Phrase(in Condition condition)
    {
        (string actual, string limit) = NumberText.Pair(condition, language);
        return condition.Actual is null ? $"{Name(condition.Metric)} {actual}" : $"{Name(condition.Metric)} {actual} ({Bound(condition.Comparison, condition.Fulfilled)} {limit})";
    }

    /// <summary>A condition as a demand: "surplus at 1.5 kW or more (now 0.4 kW)".</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="block">The block it is about, when it is one of the house: then what takes time is told with its end, "at 14:30", and not "in 20 min".</param>
    public string Demand(in Condition condition, Block? block = null)
    {
        if (DemandInWords(condition, block) is { } words)
            return words;
        (string actual, string limit) = NumberText.Pair(condition, language);
        return $"{Name(condition.Metric)} {Range(condition.Comparison, limit)} ({Say("now", "jetzt")} {actual})";
    }

    /// <summary>What would have to change, in a sentence; empty when nothing is known that would.</summary>
    public string Sentence(Prospect prospect)
    {
        if (prospect.Demands.IsEmpty)
            return "";
        string demands = string.Join(prospect.Start ? Say(" and ", " und ") : Say(" or ", " oder "), prospect.Demands.Select(demand => Demand(demand, prospect.Block)));
        if (!prospect.Start)
            return Say($"Stops with {demands}.", $"Stoppt bei {demands}.");
        return prospect.Proven
            ? Say($"Starts with {demands}.", $"Startet bei {demands}.")
            : Say($"Starts at the earliest with {demands}.", $"Startet frühestens bei {demands}.");
    }

    string Say(string en, string de) => language == Language.De ? de : en;


    string Clock(DateTimeOffset instant) => zone is null
        ? instant.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture)
        : TimeZoneInfo.ConvertTime(instant, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    // What is not wished for as a number is demanded in words.
    string? DemandInWords(in Condition condition, Block? block)
    {
        double left = condition.Limit - condition.Actual ?? 0;
        string end = block is { } running
            ? Say("at ", "um ") + Clock(running.Plus((long)Math.Ceiling(left)).WindowStart)
            : "in " + NumberText.Span(left, language);
        return (condition.Metric.Name, condition.Comparison) switch
        {
            ("blocks_since_change", Comparison.AtLeast) when !condition.Fulfilled => Say($"the end of the settling time ({end})", $"Ablauf der Ruhezeit ({end})"),
            ("override_blocks_left", Comparison.Below) => Say("the end of the manual setting", "Ende der Vorgabe von Hand"),
            ("missing_readings", Comparison.AtMost) => Say($"complete readings (missing now: {condition.Actual})", $"Eintreffen aller Messwerte (es fehlen: {condition.Actual})"),
            _ => null,
        };
    }

    string Range(Comparison comparison, string limit) => comparison switch
    {
        Comparison.AtLeast => Say($"at {limit} or more", $"ab {limit}"),
        Comparison.AtMost => Say($"at {limit} or less", $"bis {limit}"),
        _ => $"{Bound(comparison, asWritten: true)} {limit}",
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
        Placeholders.Conditions => string.Join(", ", conditions.Reverse().DistinctBy(condition => condition.Metric.Name).Reverse().Select(condition => Phrase(condition))),
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

        return NumberText.Unknown(language);
    }

    string Describe(in PathValues values) => string.Join(", ",
        Describe(Say("export", "Einspeisen"), values.ExportCtKwh),
        Describe(Say("heat", "Heizen"), values.HeatCtKwh),
        Describe(Say("mining", "Schürfen"), values.HodlCtKwh));

    string Describe(string name, double? valueCtKwh) =>
        $"{name} {(valueCtKwh is { } ct ? $"{NumberText.Plain(ct, 1, language)} ct" : NumberText.Unknown(language))}";
}
