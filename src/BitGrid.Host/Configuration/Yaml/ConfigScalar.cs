namespace BitGrid.Host.Configuration.Yaml;

/// <summary>A single value.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Value"><see langword="null"/>, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/> (finite, with decimals or beyond 10^15) or <see cref="string"/>.</param>
/// <param name="Text">As written, without quotes.</param>
internal sealed record ConfigScalar(Position At, object? Value, string Text) : ConfigNode(At);
