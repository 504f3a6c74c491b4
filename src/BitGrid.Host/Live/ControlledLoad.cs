using BitGrid.Host.Live.Loads;

namespace BitGrid.Host.Live;

/// <summary>One load as the controller holds it: what it does, and the way to its devices.</summary>
internal sealed class ControlledLoad(LoadWatch watch, LoadSwitchboard switchboard)
{
    public string Id => watch.Profile.Id;

    public LoadWatch Watch => watch;

    public LoadSwitchboard Switchboard => switchboard;

    /// <summary>When safety lowered its level last.</summary>
    public TimeSpan LastSafetyLevel { get; set; } = TimeSpan.MinValue / 2;

    /// <summary>Tells the devices what the load is to do now; also when nothing has changed, which keeps dead-man switches alive.</summary>
    /// <param name="block">The running block.</param>
    /// <param name="commandId">Name of the command; without one the last name is kept, or one for the block is made.</param>
    public void Command(Block block, string? commandId)
    {
        string id = commandId is { Length: > 0 } ? commandId : switchboard.Last?.Id ?? $"{Id}-{block.Id}";
        switchboard.Send(new(id, Id, watch.Level, watch.Profile.PowerAt(watch.Level), Controller.CommandHolds));
    }

    /// <summary>Tells what has come to light about the load.</summary>
    public void Tell(LoadFinding finding, HealthLog health)
    {
        switch (finding)
        {
            case LoadFinding.DeafToStop:
                health.Raise(HealthLevel.Critical, "load_deaf", Id,
                    $"Load '{Id}' was told to stop and is still running after {LoadWatch.Patience.TotalSeconds:0} s. It is told again and again. If it does not stop, cut its power by hand.");
                break;
            case LoadFinding.DeafToStart:
                health.Note(HealthLevel.Warning, "load_did_not_start", Id, $"Load '{Id}' was told to start and does not run. It is told to stay off, and may be started again after its pause. Check that it is switched on and reachable.");
                break;
            case LoadFinding.OtherLevel:
                health.Note(HealthLevel.Warning, "load_other_level", Id, $"Load '{Id}' runs at another level than it was told: level {watch.Level}.");
                break;
            case LoadFinding.ObeysAgain:
                health.Clear("load_deaf", Id);
                break;
            case LoadFinding.ChangedByItself:
                health.Note(HealthLevel.Info, "load_changed_by_itself", Id, $"Load '{Id}' is {(watch.Level > 0 ? $"running at level {watch.Level}" : "off")} without having been told: by hand, by its own protection, or because it heard nothing.");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(finding), finding, "There is nothing to tell.");
        }
    }
}
