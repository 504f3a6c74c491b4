using System.Globalization;
using System.Reflection;

namespace BitGrid.Testing;

/// <summary>
/// A table that leads one rule through consecutive blocks and hands its memory on from row to row:
/// <c>RuleScenario.For(rule).When("the battery is at its reserve", Some.State(batterySocPct: 35)).Stops("R2_SOC_LOW").Verify()</c>.
/// </summary>
/// <remarks>
/// The first row is <see cref="Some.Block"/> unless <see cref="At"/> says otherwise. Each row says what the load does; the
/// scenario does not follow the votes, because whether a vote decides is not for one rule to say. Every row is evaluated twice
/// and both votes must be equal, so a rule that keeps a changing field is found out.
/// </remarks>
public sealed class RuleScenario
{
    readonly IRule _rule;
    readonly SiteProfile _site;
    readonly LoadProfile _load;
    readonly Timeline _timeline = new();
    readonly ScenarioTable _table;

    RuleScenario(IRule rule, SiteProfile site, LoadProfile load)
    {
        (_rule, _site, _load) = (rule, site, load);
        _table = new(rule.GetType().GetCustomAttribute<RuleAttribute>()?.Id ?? rule.GetType().Name);
    }

    /// <summary>Begins a table.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="site">The house; one with only <paramref name="load"/> when left out.</param>
    /// <param name="load">The load; the site's first when left out.</param>
    public static RuleScenario For(IRule rule, SiteProfile? site = null, LoadProfile? load = null)
    {
        load ??= site?.Loads[0] ?? Some.Load();
        return new(rule, site ?? Some.Site([load]), load);
    }

    /// <summary>Lets the next row happen in the block that holds an instant.</summary>
    /// <exception cref="ArgumentException">A row before it is later.</exception>
    public RuleScenario At(DateTimeOffset instant)
    {
        _timeline.MoveTo(instant);
        return this;
    }

    /// <summary>Leaves blocks out, as when the program was not running.</summary>
    /// <param name="blocks">How many, 0 or more.</param>
    public RuleScenario Skip(int blocks)
    {
        _timeline.Skip(blocks);
        return this;
    }

    /// <summary>Adds a row: the next block. Without an expectation after it, any vote will do and only its memory matters.</summary>
    /// <param name="story">What is special about the block, for the message.</param>
    /// <param name="state">Readings of the site, stamped with the row's block; <see cref="Some.State"/> when left out.</param>
    /// <param name="readings">Readings of the load; <see cref="Some.Readings"/> when left out.</param>
    /// <param name="status">What the load does; off when left out.</param>
    /// <param name="wish">A person's wish.</param>
    public RuleScenario When(
        string story, EnergyState? state = null, LoadReadings? readings = null, LoadStatus? status = null, ManualOverride? wish = null)
    {
        _table.Add(story, Some.Situation(_timeline.Stamp(state ?? Some.State()), readings, status, _site, _load, wish));
        return this;
    }

    /// <summary>Expects an abstention.</summary>
    public RuleScenario Abstains(string reasonCode) => Votes(VoteKind.Abstain, 0, reasonCode);

    /// <summary>Expects the rule to keep the present state.</summary>
    public RuleScenario Holds(string reasonCode) => Votes(VoteKind.Hold, 0, reasonCode);

    /// <summary>Expects a start.</summary>
    /// <param name="reasonCode">Its reason.</param>
    /// <param name="level">The level asked for; 0: as the surplus carries.</param>
    public RuleScenario Starts(string reasonCode, int level = 0) => Votes(VoteKind.Start, level, reasonCode);

    /// <summary>Expects a stop.</summary>
    public RuleScenario Stops(string reasonCode) => Votes(VoteKind.Stop, 0, reasonCode);

    /// <summary>Expects a limit of the level.</summary>
    /// <param name="reasonCode">Its reason.</param>
    /// <param name="level">Highest allowed level, 1 or more.</param>
    public RuleScenario Throttles(string reasonCode, int level) => Votes(VoteKind.Throttle, level, reasonCode);

    /// <summary>Expects exactly these comparisons of the last row, as a failure prints them: <c>battery_soc_pct 35 &lt;= 35</c>.</summary>
    /// <param name="conditions">In the order they are made; a missing reading is written <c>?</c>.</param>
    public RuleScenario Because(params IEnumerable<string> conditions)
    {
        _table.Last.ExpectedConditions = string.Join(", ", conditions);
        return this;
    }

    /// <summary>Runs the table.</summary>
    /// <exception cref="ScenarioFailedException">A row differs; the message shows the whole table.</exception>
    /// <exception cref="InvalidOperationException">The table expects nothing.</exception>
    public void Verify()
    {
        _table.EnsureSomethingIsExpected();
        RuleMemory memory = RuleMemory.Empty;
        foreach (ScenarioRow row in _table.Rows)
            memory = Run(row, memory);
        _table.ThrowIfAnyDiffers();
    }

    RuleScenario Votes(VoteKind kind, int level, string reasonCode)
    {
        _table.Last.Expected = Describe(kind, level, reasonCode);
        return this;
    }

    RuleMemory Run(ScenarioRow row, RuleMemory memory)
    {
        List<Condition> conditions = [];
        Situation situation = row.Situation;
        Vote vote;
        try
        {
            vote = _rule.Evaluate(new RuleContext(situation, memory, conditions));
            if (_rule.Evaluate(new RuleContext(situation, memory)) != vote)
                Fail(row, "The rule voted differently when asked again with the same arguments: it is not pure.");
        }
#pragma warning disable CA1031 // Whatever the rule throws belongs into its row of the table.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            row.Actual = $"threw {exception.GetType().Name}";
            Fail(row, exception.Message);
            return memory;
        }

        Compare(row, vote, conditions);
        row.Details.Add($"memory before: {Describe(memory)}; after: {Describe(vote.Memory)}");
        return vote.Memory ?? RuleMemory.Empty;
    }

    static void Compare(ScenarioRow row, in Vote vote, List<Condition> conditions)
    {
        row.Actual = Describe(vote.Kind, vote.Level, vote.Reason?.Code ?? "(no reason)");
        row.Differs |= row.Expected != ScenarioRow.Anything && row.Expected != row.Actual;
        if (vote.Reason is null)
            Fail(row, "Every vote needs a reason: create it with Vote.Start(reason) and its kin.");
        string made = string.Join(", ", conditions.Select(condition => Describe(condition)));
        if (row.ExpectedConditions is { } expected && expected != made)
            Fail(row, $"expected conditions: {expected}");
        row.Details.Add($"actual conditions:   {(made.Length == 0 ? "none" : made)}");
    }

    static void Fail(ScenarioRow row, string detail)
    {
        row.Differs = true;
        row.Details.Add(detail);
    }

    static string Describe(VoteKind kind, int level, string reasonCode) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}{(level == 0 ? "" : $" {level}")} {reasonCode}");

    static string Describe(in Condition condition) => string.Create(
        CultureInfo.InvariantCulture, $"{condition.Metric.Name} {(object?)condition.Actual ?? "?"} {SignOf(condition.Comparison)} {condition.Limit}");

    static string Describe(RuleMemory? memory) => memory is null or { Entries.IsEmpty: true }
        ? "nothing"
        : string.Join(' ', memory.Entries.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key}={entry.Value}")));

    static string SignOf(Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => ">=",
        Comparison.AtMost => "<=",
        Comparison.Above => ">",
        _ => "<",
    };
}
