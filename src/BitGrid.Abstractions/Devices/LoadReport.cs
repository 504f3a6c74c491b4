namespace BitGrid;

/// <summary>What a load does, by its own word.</summary>
/// <param name="LoadId">The load.</param>
/// <param name="Running">True when it is on.</param>
/// <param name="Level">The level it runs at, 1 or more; <see langword="null"/> when it does not tell.</param>
public readonly record struct LoadReport(string LoadId, bool Running, int? Level = null);
