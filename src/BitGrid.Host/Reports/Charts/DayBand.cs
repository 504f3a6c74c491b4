namespace BitGrid.Host.Reports.Charts;

/// <summary>A stretch of a day in one colour.</summary>
/// <param name="FromBlock">First block of the day, 0 to 143.</param>
/// <param name="ToBlock">The block after the last, 1 to 144.</param>
/// <param name="Kind">Index of what it means.</param>
/// <param name="Tip">Shown when it is pointed at.</param>
internal readonly record struct DayBand(int FromBlock, int ToBlock, int Kind, string Tip);
