namespace BitGrid.Build.Targets;

/// <summary>One thing the build program can do.</summary>
internal abstract class Target(string name, string description)
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    /// <summary>Whether words after the target's name are allowed; otherwise they are refused as mistyped.</summary>
    public virtual bool TakesArguments => false;

    /// <summary>Does it. A target that has reported its failure itself sets <see cref="Environment.ExitCode"/>.</summary>
    /// <exception cref="BuildFailedException">Something did not work.</exception>
    public abstract void Run(IReadOnlyList<string> arguments);
}
