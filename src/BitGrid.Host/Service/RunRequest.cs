namespace BitGrid.Host.Service;

/// <summary>How a house is to be run.</summary>
/// <param name="Config">Folder of the configuration.</param>
/// <param name="Plugins">Folder of the plugins; <see langword="null"/> for the usual one.</param>
/// <param name="Data">Folder of everything that is kept.</param>
/// <param name="BlocksPerSecond">Speed of a simulated house; <see langword="null"/>: in real time.</param>
/// <param name="From">Where the time of a fast house begins when nothing was kept; <see langword="null"/>: now.</param>
internal sealed record RunRequest(string Config, string? Plugins, string Data, double? BlocksPerSecond, DateTimeOffset? From);
