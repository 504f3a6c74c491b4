using BitGrid.Host.Live;

namespace BitGrid.Host.Store;

/// <summary>Words as they stand in the database. Written out, so that renaming a member of an enumeration cannot change a row.</summary>
internal static class StoreWords
{
    /// <summary>Word for a level.</summary>
    public static string Of(HealthLevel level) => level switch
    {
        HealthLevel.Critical => "critical",
        HealthLevel.Warning => "warning",
        _ => "info",
    };

    /// <summary>The level a word stands for; an unknown word of a newer program is a warning.</summary>
    public static HealthLevel Level(string word) => word switch
    {
        "critical" => HealthLevel.Critical,
        "info" => HealthLevel.Info,
        _ => HealthLevel.Warning,
    };
}
