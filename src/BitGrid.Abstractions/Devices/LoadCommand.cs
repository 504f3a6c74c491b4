namespace BitGrid;

/// <summary>What a load is to do.</summary>
/// <param name="Id">Name of the command, derived from its decision; a command that is repeated keeps it.</param>
/// <param name="LoadId">The load.</param>
/// <param name="Level">0: off; else 1 to the number of levels of the load.</param>
/// <param name="PowerW">Power of that level, W; 0 when off.</param>
/// <param name="ValidFor">How long the load may go on without a further command. A device that can should switch itself off after that.</param>
public sealed record LoadCommand(string Id, string LoadId, int Level, double PowerW, TimeSpan ValidFor)
{
    /// <summary>True when the load is to run.</summary>
    public bool Run => Level > 0;
}
