using System.Globalization;
using BitGrid.Engine.Intake;

namespace BitGrid.Host.Recordings;

/// <summary>
/// What was noticed while input was read. It is complete only after the last row: a reader hands out good rows as it goes
/// and collects faults here, so ask <see cref="IsBad"/> at the end.
/// </summary>
internal sealed class InputReport
{
    /// <summary>Faults kept with their text; further ones are counted only.</summary>
    public const int MostFaultsShown = 100;

    readonly List<InputFault> _faults = [];
    readonly List<string> _warnings = [];
    readonly HashSet<string> _unknownColumns = [];
    readonly Dictionary<(string Field, CorrectionKind Kind), CorrectionCount> _corrections = [];

    /// <summary>How far the reading is.</summary>
    public ReadProgress Progress { get; } = new();

    /// <summary>True when the input must not be relied on.</summary>
    public bool IsBad => FaultCount > 0;

    /// <summary>Number of faults, shown or not.</summary>
    public long FaultCount { get; private set; }

    /// <summary>The first faults, at most <see cref="MostFaultsShown"/>.</summary>
    public IReadOnlyList<InputFault> Faults => _faults;

    /// <summary>What may surprise but does no harm.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Corrected readings, by field and kind.</summary>
    public IEnumerable<CorrectionCount> Corrections =>
        _corrections.Values.OrderBy(count => count.First.Field, StringComparer.Ordinal).ThenBy(count => count.First.Kind);

    /// <summary>Rows handed out.</summary>
    public long Rows { get; private set; }

    /// <summary>Blocks handed out.</summary>
    public long Blocks { get; private set; }

    /// <summary>First block handed out; <see langword="null"/> when there was none.</summary>
    public Block? First { get; private set; }

    /// <summary>Last block handed out; <see langword="null"/> when there was none.</summary>
    public Block? Last { get; private set; }

    /// <summary>Places where blocks are missing between two that are there.</summary>
    public long Gaps { get; private set; }

    /// <summary>Blocks missing in all gaps.</summary>
    public long MissingBlocks { get; private set; }

    /// <summary>Blocks of quality <see cref="DataQuality.Degraded"/>.</summary>
    public long DegradedBlocks { get; private set; }

    /// <summary>Blocks of quality <see cref="DataQuality.Invalid"/>.</summary>
    public long InvalidBlocks { get; private set; }

    public void Add(InputFault fault)
    {
        FaultCount++;
        if (_faults.Count < MostFaultsShown)
            _faults.Add(fault);
    }

    public void Warn(string warning) => _warnings.Add(warning);

    /// <summary>Names columns that are not used; each once, however many files have it.</summary>
    public void WarnOfColumns(string file, IEnumerable<string> unknown)
    {
        string[] news = [.. unknown.Where(_unknownColumns.Add)];
        if (news.Length > 0)
            Warn($"{file}: columns not used: {string.Join(", ", news.Select(name => $"'{InputFault.Shown(name)}'"))}");
    }

    public void Count(Correction correction)
    {
        (string, CorrectionKind) key = (correction.Field, correction.Kind);
        _corrections[key] = _corrections.TryGetValue(key, out CorrectionCount? known)
            ? known with { Count = known.Count + 1 }
            : new(correction, 1);
    }

    /// <summary>Counts rows that are handed out, and their block if it is a new one.</summary>
    public void Count(EnergyState state, int rows)
    {
        Rows += rows;
        if (Last == state.Block)
            return;
        if (Last is { } last && state.Block.Id - last.Id > 1)
        {
            Gaps++;
            MissingBlocks += state.Block.Id - last.Id - 1;
        }

        First ??= state.Block;
        Last = state.Block;
        Blocks++;
        DegradedBlocks += state.Quality == DataQuality.Degraded ? 1 : 0;
        InvalidBlocks += state.Quality == DataQuality.Invalid ? 1 : 0;
    }

    /// <summary>The whole report, a finding per line, faults last because the eye stops there.</summary>
    public override string ToString() => string.Join('\n', Lines());

    IEnumerable<string> Lines()
    {
        yield return Summary();
        if (Gaps > 0)
            yield return Invariant($"gaps: {Gaps}, with {MissingBlocks} blocks in all; nothing is decided there");
        if (DegradedBlocks + InvalidBlocks > 0)
            yield return Invariant($"quality: {DegradedBlocks} blocks degraded (a required reading is missing, nothing starts), {InvalidBlocks} invalid (neither surplus nor grid power is known)");
        foreach (CorrectionCount correction in Corrections)
            yield return $"corrected: {correction}";
        foreach (string warning in _warnings)
            yield return $"warning: {warning}";
        foreach (InputFault fault in _faults)
            yield return $"error: {fault}";
        if (FaultCount > _faults.Count)
            yield return Invariant($"error: {FaultCount - _faults.Count} more faults are not shown");
    }

    string Summary() => (First, Last) is ({ } first, { } last)
        ? Invariant($"read: {Rows} rows, {Blocks} blocks, {first.WindowStart:yyyy-MM-ddTHH:mm:ssZ} to {last.WindowEnd:yyyy-MM-ddTHH:mm:ssZ}")
        : "read: no rows";

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
