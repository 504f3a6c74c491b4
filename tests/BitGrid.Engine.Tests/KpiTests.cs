using BitGrid.Engine.Kpis;
using BitGrid.Engine.Tests.Support;
using BitGrid.Testing;

namespace BitGrid.Engine.Tests;

public sealed class KpiTests
{
    [Fact]
    public void A_decision_between_two_ticks_counts_its_stop_but_adds_no_energy_and_no_block()
    {
        SiteProfile site = Some.Site();
        DecisionEngine engine = Engines.With([Engines.Rule("R3", RuleTier.Safety, Vote.Stop(Some.Reason()))]);
        KpiCalculator kpis = new(site, thermalLimitC: 85);
        Situation running = Some.Situation(site: site, status: Some.Running(), state: Some.State(surplusW: null, gridPowerW: null));

        foreach (DecisionTrigger trigger in (DecisionTrigger[])[DecisionTrigger.SafetyAsync, DecisionTrigger.Override])
        {
            Decision decision = engine.Decide(running, engine.NoMemory, trigger);
            kpis.Add([decision], [engine.Describe(decision)]);
        }

        KpiFigures figures = kpis.Report().Period;
        Assert.Equal((2, 2, 2, 1), (figures.Decisions, figures.Stops, figures.SafetyStops, figures.Days));
        Assert.Equal((0, 0, 0), (figures.UnknownBlocks, figures.LoadKwh, figures.GridImportKwh));
    }

    [Fact]
    public void A_start_of_the_program_counts_as_the_block()
    {
        DecisionEngine engine = Engines.With([Engines.Rule("R1", RuleTier.Start, Vote.Start(Some.Reason(), 1))]);
        KpiCalculator kpis = new(Some.Site(), thermalLimitC: 85);
        Decision decision = engine.Decide(Some.Situation(), engine.NoMemory, DecisionTrigger.Startup);

        kpis.Add([decision], [engine.Describe(decision)]);

        Assert.True(kpis.Report().Period.LoadKwh > 0);
    }
}
