namespace BitGrid.Simulation.Houses;

/// <summary>Whoever switches the loads of a simulated house.</summary>
public interface IPilot
{
    /// <summary>Says what each load shall do in the next block.</summary>
    /// <param name="house">The house at the end of the last block. A pilot that is to be fair looks at nothing that is yet to come.</param>
    /// <param name="levels">Gets the level of each load; 0 for off.</param>
    void Steer(HouseModel house, Span<int> levels);
}
