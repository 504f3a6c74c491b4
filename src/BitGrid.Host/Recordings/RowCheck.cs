using System.Globalization;
using BitGrid.Host.Recordings.Fields;

namespace BitGrid.Host.Recordings;

/// <summary>Checks what one field alone cannot show: that a row's block is clear, its status consistent, and its place in the order right.</summary>
internal sealed class RowCheck(SiteProfile site, InputReport report)
{
    readonly List<string> _loadsOfBlock = []; // a few at most: looking through them is faster than hashing
    readonly HashSet<string> _strangers = [];
    Block? _last;
    bool _isBetweenTicks;

    /// <summary>Completes a row.</summary>
    /// <returns>False when the row cannot be used; the report says why.</returns>
    public bool Accept(RecordingRow row) => SetBlock(row) && SetStatus(row) && SetOverride(row) && IsInOrder(row);

    bool SetBlock(RecordingRow row)
    {
        if (row.WindowStart is { } instant && Block.At(instant).WindowStart != instant)
            return Refuse(row, $"{RecordingFields.WindowStart} '{instant:yyyy-MM-ddTHH:mm:ssZ}' is not the beginning of a block", "minutes 00, 10, 20, 30, 40 or 50, seconds 00, UTC", "bring the values onto ten-minute blocks first");
        if ((row.BlockId ?? BlockOf(row)?.Id) is not { } id)
            return Refuse(row, $"neither {RecordingFields.BlockId} nor {RecordingFields.WindowStart} is given", "one of the two in every row", "fill in one of them");
        row.Raw.Block = new(id);
        return BlockOf(row) is not { } block || block.Id == id
            || Refuse(row, $"{RecordingFields.BlockId} {id} and {RecordingFields.WindowStart} {row.WindowStart:yyyy-MM-ddTHH:mm:ssZ} (block {block.Id}) disagree", "block_id = unix seconds / 600", "correct one of them, or leave one column out");
    }

    static Block? BlockOf(RecordingRow row) => row.WindowStart is { } instant ? Block.At(instant) : null;

    bool SetStatus(RecordingRow row)
    {
        if (row.Running is not { } running)
            return true;
        int level = row.Level ?? (running ? 1 : 0);
        row.Raw.Recorded = new(running, level, row.BlocksSinceChange ?? LoadStatus.LongSince);
        if (running != level > 0)
            return Refuse(row, $"running {(running ? "true" : "false")} and level {level} disagree", "level 0 when off, 1 or more when running", "correct one of them, or leave level empty");
        return Load(row.Raw.LoadId) is not { } load || level <= load.TopLevel
            || Refuse(row, $"level {level} is more than load '{load.Id}' has", $"0 to {load.TopLevel}", "correct the level, or list all levels of the load in config.yaml");
    }

    bool SetOverride(RecordingRow row)
    {
        row.Raw.Override = row.Override.ToOverride();
        return !row.Override.IsPartial
            || Refuse(row, $"only some of {RecordingFields.OverrideRun}, {RecordingFields.OverrideLevel}, {RecordingFields.OverrideFirstBlock} and {RecordingFields.OverrideBlocks} are given", "all four, or none", "complete the wish, or leave it out");
    }

    LoadProfile? Load(string? loadId) => loadId is null ? site.Loads[0] : site.Loads.FirstOrDefault(load => load.Id == loadId);

    bool IsInOrder(RecordingRow row)
    {
        Block block = row.Raw.Block;
        if (_last is { } last && block < last)
            return Refuse(row, $"block {block.Id} ({block.WindowStart:yyyy-MM-ddTHH:mm:ssZ}) comes after block {last.Id}", "ascending blocks", "sort the rows by block");
        if (_last != block)
            BeginBlock(block);
        if (Load(row.Raw.LoadId) is null)
            WarnOfStranger(row);
        _isBetweenTicks |= row.Raw.IsBetweenTicks;
        return row.Raw.IsBetweenTicks || IsRegular(row, block);
    }

    void BeginBlock(Block block)
    {
        (_last, _isBetweenTicks) = (block, false);
        _loadsOfBlock.Clear();
    }

    bool IsRegular(RecordingRow row, Block block)
    {
        if (_isBetweenTicks)
            return Refuse(row, $"block {block.Id} ({block.WindowStart:yyyy-MM-ddTHH:mm:ssZ}): a regular row stands behind one between two ticks", "the regular rows of a block first", "sort the rows of the block");
        string load = row.Raw.LoadId ?? site.Loads[0].Id;
        if (_loadsOfBlock.Contains(load))
            return Refuse(row, $"block {block.Id} ({block.WindowStart:yyyy-MM-ddTHH:mm:ssZ}) comes twice for load '{load}'", "one row per block and load", "remove one of the rows");
        _loadsOfBlock.Add(load);
        return true;
    }

    void WarnOfStranger(RecordingRow row)
    {
        if (_strangers.Count < InputReport.MostFaultsShown && _strangers.Add(row.Raw.LoadId!))
            report.Warn($"{row.Place}: load '{InputFault.Shown(row.Raw.LoadId)}' is none of the site ({string.Join(", ", site.Loads.Select(load => load.Id))}); its readings are not used");
    }

    bool Refuse(RecordingRow row, FormattableString problem, string allowed, string repair)
    {
        report.Add(new(row.Place, problem.ToString(CultureInfo.InvariantCulture), allowed, repair));
        return false;
    }
}
