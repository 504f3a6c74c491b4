using BitGrid.Engine;
using BitGrid.Host.Plugins;

namespace BitGrid.Host.Tests.Plugins;

/// <summary>The sample rule, dropped into a plugins folder and taken out again.</summary>
public sealed class QuietHoursDropInTests
{
    const string Sample = "sample.quiet-hours";

    [Fact]
    public void Dropped_in_it_changes_decisions_with_its_own_reason_and_taken_out_they_are_as_before()
    {
        using PluginStage stage = new("bitgrid.rules");
        Situation winterNight = AtTime(new DateTimeOffset(2024, 12, 10, 23, 0, 0, TimeSpan.Zero));

        (DecisionAction, string?, string) before = Decide(stage, winterNight);
        PluginStage.CopyFolder(PluginStage.BuiltFolderOf(Sample), stage.FolderOf(Sample));
        (DecisionAction, string?, string) with = Decide(stage, winterNight);
        (DecisionAction, string?, string) byDay = Decide(stage, AtTime(new DateTimeOffset(2024, 12, 10, 12, 0, 0, TimeSpan.Zero)));
        Directory.Delete(stage.FolderOf(Sample), recursive: true);

        Assert.Equal((DecisionAction.Start, "R1", "R1_START"), before);
        Assert.Equal((DecisionAction.Hold, "quiet_hours", "QUIET_HOURS_NO_START"), with);
        Assert.Equal(before, byDay);
        Assert.Equal(before, Decide(stage, winterNight));
    }

    static Situation AtTime(DateTimeOffset time) =>
        House.Sunny with { State = House.Sunny.State with { Block = Block.At(time), Time = time } };

    static (DecisionAction Action, string? Rule, string Reason) Decide(PluginStage stage, Situation situation)
    {
        DecisionEngine engine = House.Engine(stage.Load().Offers.Rules.Select(rule => House.Register(rule, Activator.CreateInstance(rule.OptionsType!))));
        Decision decision = engine.Decide(situation, engine.NoMemory);
        return (decision.Action, decision.DecidingRule, decision.Reason.Code);
    }
}
