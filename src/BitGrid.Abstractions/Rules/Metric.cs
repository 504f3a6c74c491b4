namespace BitGrid;

/// <summary>A quantity that conditions compare, with its unit and its name in both languages. <see cref="Metrics"/> holds the usual ones.</summary>
/// <param name="Name">Name in records, in snake case with its unit: <c>surplus_kw</c>.</param>
/// <param name="Unit">Unit as printed: <c>kW</c>; empty for a plain number.</param>
/// <param name="En">Name in an English sentence: "surplus".</param>
/// <param name="De">Name in a German sentence: "Überschuss".</param>
/// <param name="Decimals">Digits after the point in sentences; more are printed only where two values would look the same.</param>
public sealed record Metric(string Name, string Unit, string En, string De, int Decimals = 0);
