using System.Collections.Immutable;

namespace BitGrid.Simulation.Houses;

/// <summary>The devices of a simulated house.</summary>
/// <param name="Loads">The flexible loads in order of priority; at least one.</param>
public sealed record HouseSpec(ImmutableArray<LoadSpec> Loads)
{
    /// <summary>The battery; <see langword="null"/> when there is none.</summary>
    public BatterySpec? Battery { get; init; }

    /// <summary>State of charge at the beginning, %.</summary>
    public double StartSocPct { get; init; } = 50;

    /// <summary>Mean temperature of the room that the miners stand in, °C.</summary>
    public double RoomTempC { get; init; } = 20;

    /// <summary>How much warmer that room is in mid July, and colder in mid January, °C.</summary>
    public double RoomSwingC { get; init; } = 4;

    /// <summary>Temperature from which a running load is too hot, °C.</summary>
    public double ThermalLimitC { get; init; } = 85;

    /// <summary>Cost of the heat that a kWh of electricity displaces, ct/kWh.</summary>
    public double HeatCostCtKwh { get; init; }

    /// <summary>Temperature of the room: <c>mean + swing·cos(2π·(day of the year − 198)/365)</c>, °C.</summary>
    /// <param name="blockId">The block, <c>unix_seconds / 600</c>.</param>
    public double RoomC(long blockId)
    {
        const double blocksPerYear = 365.2425 * 144;
        const double midJuly = 197.5 * 144;
        return RoomTempC + (RoomSwingC * Math.Cos(2 * Math.PI * (blockId - midJuly) / blocksPerYear));
    }
}
