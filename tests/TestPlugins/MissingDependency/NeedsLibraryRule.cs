namespace BitGrid.TestPlugins;

/// <summary>Its library is not copied into the plugin's folder.</summary>
[Rule("needs_library", RuleTier.Start)]
public sealed class NeedsLibraryRule : IRule
{
    static readonly Reason Sees = new("SEES_LIBRARY", "sees its library", "sieht seine Bibliothek");

    public Vote Evaluate(in RuleContext context) =>
        Vote.Abstain(Sees).Remembering(RuleMemory.Empty.With("library_version", Library.Version));
}
