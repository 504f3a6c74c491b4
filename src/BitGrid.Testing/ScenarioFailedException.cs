namespace BitGrid.Testing;

/// <summary>A rule or policy did not do what its table says. The message holds the whole table; rows that differ begin with <c>&gt;</c>.</summary>
public sealed class ScenarioFailedException : Exception
{
    internal ScenarioFailedException(string message)
        : base(message)
    {
    }
}
