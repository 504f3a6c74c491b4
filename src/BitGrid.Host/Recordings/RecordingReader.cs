using BitGrid.Engine.Intake;
using BitGrid.Engine.Replay;

namespace BitGrid.Host.Recordings;

/// <summary>
/// Turns recorded files into checked rows, one block at a time, so that memory stays flat however large the input is.
/// Faults are collected in the report and their rows left out: when the last row is read, ask the report.
/// </summary>
/// <param name="site">The house the recording is of.</param>
/// <param name="report">Gets what is noticed.</param>
/// <param name="period">The part of the recording that is wanted.</param>
internal sealed class RecordingReader(SiteProfile site, InputReport report, Period period = default)
{
    readonly StateIntake _intake = new(site);
    readonly RowCheck _check = new(site, report);
    readonly Stack<RawRow> _free = new();
    readonly List<RawRow> _block = [];
    readonly List<ReplayRow> _accepted = [];
    readonly List<Correction> _notes = [];

    /// <summary>The rows of a file or folder.</summary>
    public IEnumerable<ReplayRow> Read(string path) => Read(RecordingFiles.Find(path, report));

    /// <summary>The rows of several parts, which follow each other in time.</summary>
    public IEnumerable<ReplayRow> Read(IEnumerable<RecordingPart> parts) => Read(parts.Where(part => part.Day is not { } day || period.Touches(day)).Select(part => part.Open(report)));

    /// <summary>The rows of several sources, which follow each other in time.</summary>
    public IEnumerable<ReplayRow> Read(IEnumerable<IRecordingSource> sources)
    {
        foreach (RawRow raw in Wanted(sources))
        {
            if (_block.Count > 0 && !StandTogether(_block[0], raw))
            {
                foreach (ReplayRow row in TakeBlock())
                    yield return row;
            }

            _block.Add(raw);
        }

        foreach (ReplayRow row in TakeBlock())
            yield return row;
    }

    // Regular rows of a block share a state; one between two ticks has its own.
    static bool StandTogether(RawRow one, RawRow other) => one.Block == other.Block && !one.IsBetweenTicks && !other.IsBetweenTicks;

    IEnumerable<RawRow> Wanted(IEnumerable<IRecordingSource> sources)
    {
        RecordingRow row = new();
        foreach (IRecordingSource source in sources)
        {
            using (source)
            {
                while (TryRead(source, row))
                {
                    if (_check.Accept(row) && period.Contains(row.Raw.Block))
                        yield return row.Exchange(_free.TryPop(out RawRow? free) ? free : new());
                }
            }
        }
    }

    bool TryRead(IRecordingSource source, RecordingRow row)
    {
        try
        {
            return source.Read(row);
        }
        // A damaged file can surface as any exception of its format's library, and the other files may be good.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            report.Add(new(row.Place.File == source.Name ? row.Place : new(source.Name), $"the file cannot be read on from here ({InputFault.Shown(fault)})", "a whole, readable file", "copy or export it again"));
            return false;
        }
    }

    List<ReplayRow> TakeBlock()
    {
        _accepted.Clear();
        if (_block.Count == 0)
            return _accepted;
        _notes.Clear();
        _intake.Accept(_block, _accepted, _notes);
        foreach (Correction note in _notes)
            report.Count(note);
        report.Count(_accepted[0].State, _accepted.Count);
        foreach (RawRow raw in _block)
            _free.Push(raw);
        _block.Clear();
        return _accepted;
    }
}
