namespace BitGrid.Host.Configuration.Yaml;

/// <summary>Where something stands in a file. The default value means: nowhere in particular.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1, in characters.</param>
internal readonly record struct Position(int Line, int Column)
{
    public static Position Start { get; } = new(1, 1);
}
