namespace BitGrid.Engine.Intake;

/// <summary>A reading that was not taken as it came.</summary>
/// <param name="Block">The block it came in.</param>
/// <param name="Field">Its name in the state file (<c>pv_power_w</c>).</param>
/// <param name="Value">What came, in the unit the name states.</param>
/// <param name="Kind">What was wrong and what was done.</param>
/// <param name="Result">What is used instead; <see langword="null"/> when the reading counts as missing.</param>
public readonly record struct Correction(Block Block, string Field, double Value, CorrectionKind Kind, double? Result);
