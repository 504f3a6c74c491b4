using BitGrid.Engine;
using BitGrid.Host.Cli;
using BitGrid.Host.Simulation;
using BitGrid.Host.Tests.Cli;
using BitGrid.Simulation.Houses;

namespace BitGrid.Host.Tests.Simulation;

/// <summary>The shipped configuration with the plugins of this build, in a closed loop.</summary>
internal static class SimulatedHouse
{
    public static House Shipped { get; } =
        House.Open(CommandRun.Config, CommandRun.Plugins, new Terminal(TextWriter.Null, TextWriter.Null, interactive: false))!;

    /// <summary>What BitGrid decided in each block, and what the house did.</summary>
    public static (SimulatedRun Run, List<(Decision Decision, LoadBlock Load)> Blocks) Live(HouseSeries series, FaultPlan? faults = null, ulong seed = 1)
    {
        List<(Decision, LoadBlock)> blocks = [];
        SimulatedRun run = new HouseSimulator(Shipped.Configuration, series).Run(Shipped.Engine, new()
        {
            Seed = seed,
            Faults = faults ?? FaultPlan.None,
            Seen = (house, pilot) => blocks.Add((pilot.Decisions[0], house.Loads[0])),
        });
        return (run, blocks);
    }
}
