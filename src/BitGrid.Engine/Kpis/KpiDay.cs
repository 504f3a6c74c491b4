namespace BitGrid.Engine.Kpis;

/// <summary>Key figures of one UTC day.</summary>
/// <param name="Date">The day, UTC.</param>
/// <param name="Figures">Its figures.</param>
public sealed record KpiDay(DateOnly Date, KpiFigures Figures);
