using System.Globalization;
using System.Text.Json;
using BitGrid.Engine.Replay;

namespace BitGrid.Host.Recordings.Verification;

/// <summary>
/// Holds replayed decisions against recorded ones, block by block: the same state must give the same decision, byte for byte
/// but for the configuration and the version that took it. Both come in the order of their blocks.
/// </summary>
internal sealed class DecisionComparison(IEnumerable<RecordedDecision> recorded) : IDisposable
{
    /// <summary>Differences kept; further ones are counted only.</summary>
    public const int MostDifferencesShown = 20;

    readonly IEnumerator<RecordedDecision> _recorded = recorded.GetEnumerator();
    readonly List<RecordedDecision> _block = [];
    readonly List<DecisionDifference> _differences = [];
    readonly List<RecordedDecision> _unmatchedBetweenTicks = [];
    readonly Dictionary<string, ConfigSpan> _configs = new(StringComparer.Ordinal);
    RecordedDecision? _next;
    bool _isStarted;
    bool _repeatsBetweenTicks;

    /// <summary>Decisions that are the same.</summary>
    public long Equal { get; private set; }

    /// <summary>Decisions that are not the same.</summary>
    public long Different { get; private set; }

    /// <summary>Recorded decisions that were not replayed.</summary>
    public long Missing { get; private set; }

    /// <summary>Replayed decisions that were not recorded.</summary>
    public long Extra { get; private set; }

    /// <summary>Recorded decisions between the ticks (safety, overrides) that could not be repeated, because the recording has no rows between ticks.</summary>
    public long BetweenTicks { get; private set; }

    /// <summary>The configurations that the recorded decisions so far were taken under, the first first.</summary>
    public IEnumerable<ConfigSpan> Configs => _configs.Values.OrderBy(config => config.First);

    /// <summary>The first differences, at most <see cref="MostDifferencesShown"/>.</summary>
    public IReadOnlyList<DecisionDifference> Differences => _differences;

    /// <summary>True when every recorded decision was replayed, every replayed one recorded, and all are the same.</summary>
    public bool IsMatch => Different + Missing + Extra == 0;

    /// <summary>Compares the next replayed decision.</summary>
    /// <param name="record">The decision.</param>
    /// <param name="line">Its canonical line, without line feed.</param>
    public void Compare(DecisionRecord record, ReadOnlyMemory<byte> line)
    {
        AdvanceTo(record.Block);
        RecordedDecision replayed = RecordedDecision.Parse(line);
        _repeatsBetweenTicks |= !replayed.IsTick;
        int index = _block.FindIndex(decision => decision.IsSamePlace(replayed));
        if (index < 0)
        {
            Extra++;
            Note(new(record.Block, record.LoadId, "decision", "absent", "present"));
            return;
        }

        Compare(_block[index], line);
        _block.RemoveAt(index);
    }

    /// <summary>Says that the replay is over: what is recorded beyond it is missing.</summary>
    public void Complete()
    {
        DropBlock();
        while (Peek() is { } decision)
            Miss(decision);
        if (!_repeatsBetweenTicks)
            BetweenTicks = _unmatchedBetweenTicks.Count;
        else
            _unmatchedBetweenTicks.ForEach(CountMissing);
    }

    public void Dispose() => _recorded.Dispose();

    /// <summary>The result for people, a finding per line.</summary>
    public override string ToString() => string.Join('\n', _differences.Select(difference => $"difference: {difference}").Prepend(Summary()));

    string Summary() => string.Create(
        CultureInfo.InvariantCulture,
        $"verify: {Equal} equal, {Different} different, {Missing} recorded but not replayed, {Extra} replayed but not recorded, {BetweenTicks} between ticks not compared");

    // Equal bytes are the rule, so only lines that differ are parsed.
    void Compare(RecordedDecision decision, ReadOnlyMemory<byte> line)
    {
        if (DecisionLine.Essence(decision.Line.Span).SequenceEqual(DecisionLine.Essence(line.Span)))
        {
            Equal++;
            return;
        }

        Different++;
        foreach ((string path, string was, string now) in DifferencesOf(decision.Line, line))
            Note(new(decision.Block, decision.LoadId, path, was, now));
    }

    static IReadOnlyList<(string Path, string Recorded, string Replayed)> DifferencesOf(ReadOnlyMemory<byte> recorded, ReadOnlyMemory<byte> replayed)
    {
        try
        {
            using JsonDocument before = JsonDocument.Parse(recorded);
            using JsonDocument after = JsonDocument.Parse(replayed);
            return JsonDifferences.Find(before.RootElement, after.RootElement) is [_, ..] differences ? differences : [("line", "other order of fields", "canonical order")];
        }
        catch (JsonException)
        {
            return [("line", "damaged", "canonical")];
        }
    }

    void AdvanceTo(Block block)
    {
        if (_block.Count > 0 && _block[0].Block == block)
            return;
        DropBlock();
        while (Peek() is { } decision && decision.Block <= block)
        {
            if (decision.Block == block)
                _block.Add(Take());
            else
                Miss(decision);
        }
    }

    void DropBlock()
    {
        _block.ForEach(Leave);
        _block.Clear();
    }

    void Miss(RecordedDecision decision)
    {
        Take();
        Leave(decision);
    }

    // Whether the replay repeats decisions between ticks is known for certain only at its end.
    void Leave(RecordedDecision decision)
    {
        if (decision.IsTick)
            CountMissing(decision);
        else
            _unmatchedBetweenTicks.Add(decision with { Line = default });
    }

    void CountMissing(RecordedDecision decision)
    {
        Missing++;
        Note(new(decision.Block, decision.LoadId, "decision", "present", "absent"));
    }

    RecordedDecision Take()
    {
        RecordedDecision decision = Peek()!;
        _next = Fetch();
        return decision;
    }

    RecordedDecision? Peek()
    {
        if (!_isStarted)
            _next = Fetch();
        _isStarted = true;
        return _next;
    }

    RecordedDecision? Fetch()
    {
        if (!_recorded.MoveNext())
            return null;
        RecordedDecision decision = _recorded.Current;
        string hash = decision.ConfigHash;
        _configs[hash] = _configs.TryGetValue(hash, out ConfigSpan? known)
            ? known with { Last = decision.Block, Count = known.Count + 1 }
            : new(hash, decision.Block, decision.Block, 1);
        return decision;
    }

    void Note(DecisionDifference difference)
    {
        if (_differences.Count < MostDifferencesShown)
            _differences.Add(difference);
    }
}
