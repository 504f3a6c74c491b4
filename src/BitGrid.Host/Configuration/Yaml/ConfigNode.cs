namespace BitGrid.Host.Configuration.Yaml;

/// <summary>A value in a configuration file: <see cref="ConfigMap"/>, <see cref="ConfigList"/>, <see cref="ConfigScalar"/> or <see cref="ConfigBroken"/>.</summary>
/// <param name="At">Where the value begins.</param>
internal abstract record ConfigNode(Position At);
