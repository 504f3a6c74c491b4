namespace BitGrid.Host.Configuration.Yaml;

/// <summary>A value that was refused while reading; its fault is already in the report, so nothing else is said about it.</summary>
internal sealed record ConfigBroken(Position At) : ConfigNode(At);
