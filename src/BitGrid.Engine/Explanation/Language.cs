namespace BitGrid.Engine.Explanation;

/// <summary>A language explanations are written in.</summary>
public enum Language
{
    /// <summary>English.</summary>
    En,

    /// <summary>German.</summary>
    De,
}
