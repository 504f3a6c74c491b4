namespace BitGrid.Host.Simulation;

/// <summary>How many decisions can be explained.</summary>
/// <param name="Decisions">Decisions described.</param>
/// <param name="Explained">Those with a reason, its conditions and both languages.</param>
/// <param name="Traced">Those with an energy path and a reason for each path.</param>
internal readonly record struct Coverage(int Decisions, int Explained, int Traced)
{
    /// <summary>Share that is explained, %.</summary>
    public double ExplainedPct => 100.0 * Explained / Decisions;

    /// <summary>Share whose path is traced, %.</summary>
    public double TracedPct => 100.0 * Traced / Decisions;
}
