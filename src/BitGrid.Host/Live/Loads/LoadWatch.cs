using System.Collections.Immutable;
using BitGrid.Engine;

namespace BitGrid.Host.Live.Loads;

/// <summary>
/// What one load does, as far as is known: as decided until telemetry has had the time to confirm it, as seen from then on.
/// </summary>
/// <param name="profile">The load.</param>
/// <param name="startGrace">Time a start may take.</param>
internal sealed class LoadWatch(LoadProfile profile, TimeSpan startGrace)
{
    /// <summary>Time after which a load that is still running has not obeyed a stop, or a change of level.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Age from which what was seen says nothing about now.</summary>
    static readonly TimeSpan SeenHolds = TimeSpan.FromMinutes(2);

    LoadStatus _decided = LoadStatus.Off;
    Block _decidedIn;
    SeenLoad? _seen;
    TimeSpan _commandedAt = TimeSpan.MinValue;
    bool _confirmed = true;
    bool _speaks;
    bool _isDeaf; // from when a stop was not obeyed until one is

    public LoadProfile Profile => profile;

    public required LoadMemory Memory { get; set; }

    /// <summary>A person's wish; <see langword="null"/> when there is none, or it is over.</summary>
    public ManualOverride? Wish { get; set; }

    /// <summary>The level it is to be at.</summary>
    public int Level => _decided.Level;

    /// <summary>What it does, at a block.</summary>
    public LoadStatus StatusIn(Block block) => _decided.After(Math.Max(0, block.Id - _decidedIn.Id));

    /// <summary>What is known from before the program started.</summary>
    public void Recover(LoadRecovery recovery, LoadMemory memory, Block block)
    {
        (_decided, _decidedIn, Memory) = (recovery.Status, recovery.StatusBlock, memory);
        Wish = recovery.Override?.BlocksLeft(block) > 0 ? recovery.Override : null;
    }

    /// <summary>Follows a decision.</summary>
    public void Decide(Decision decision, TimeSpan now)
    {
        (_decided, _decidedIn, Memory) = (decision.NewStatus, decision.Situation.State.Block, decision.NextMemory);
        if (decision.Action != DecisionAction.Hold)
            Reassert(now);
    }

    /// <summary>Says that it is told what to do, and has to confirm it.</summary>
    public void Reassert(TimeSpan now) => (_commandedAt, _confirmed) = (now, false);

    /// <summary>What the load says it does.</summary>
    public void See(in LoadReport report, TimeSpan now)
    {
        _speaks = true;
        _seen = new(report.Running, report.Level is { } level ? Math.Clamp(level, 1, profile.TopLevel) : null, now);
    }

    /// <summary>What its power says it does; counts only for a load that says nothing itself.</summary>
    public void SeePower(double powerW, TimeSpan now)
    {
        if (!_speaks)
            _seen = new(powerW >= Signals.LoadSignals.WorkingShare * profile.PowerAt(1), null, now);
    }

    /// <summary>Holds what was decided against what is seen.</summary>
    /// <returns>What has come to light.</returns>
    public LoadFinding Check(Block block, TimeSpan now)
    {
        if (_seen is not { } seen || now - seen.At > SeenHolds || seen.At <= _commandedAt)
            return LoadFinding.None;
        if (seen.Shows(_decided.Level))
            return Confirm();
        if (!_confirmed && now - _commandedAt <= (_decided.Running ? startGrace : Patience))
            return LoadFinding.None;
        LoadFinding finding = Judge(seen);
        Adopt(seen, block, finding);
        return finding;
    }

    LoadFinding Judge(in SeenLoad seen)
    {
        if (_confirmed)
            return LoadFinding.ChangedByItself;
        if (_decided.Running)
            return seen.Running ? LoadFinding.OtherLevel : LoadFinding.DeafToStart;
        return LoadFinding.DeafToStop;
    }

    LoadFinding Confirm()
    {
        bool obeysAgain = _isDeaf && !_decided.Running;
        _confirmed = true;
        _isDeaf &= _decided.Running;
        return obeysAgain ? LoadFinding.ObeysAgain : LoadFinding.None;
    }

    // The rules decide on what is, not on what was wished: a load that goes on is decided about as one that runs, and since it
    // was to stop, nothing shields it from being stopped again.
    void Adopt(in SeenLoad seen, Block block, LoadFinding finding)
    {
        int level = seen.Running ? seen.Level ?? Math.Max(1, _decided.Level) : 0;
        _decided = finding switch
        {
            LoadFinding.DeafToStop => new(true, level, LoadStatus.LongSince),
            _ when seen.Running == _decided.Running => StatusIn(block) with { Level = level },
            _ => new(seen.Running, level, 0),
        };
        (_decidedIn, _confirmed) = (block, true);
        _isDeaf |= finding == LoadFinding.DeafToStop;
    }
}
