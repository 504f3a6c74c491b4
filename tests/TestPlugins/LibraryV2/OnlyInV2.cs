namespace BitGrid.TestPlugins;

/// <summary>Version 1 has no such class, so a plugin that uses it cannot be loaded with version 1.</summary>
public abstract class OnlyInV2
{
    protected static RuleMemory Seen => RuleMemory.Empty.With("library_version", Library.Version);
}
