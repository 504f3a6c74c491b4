namespace BitGrid.Host.Configuration.Schemas;

/// <summary>The files of a configuration folder.</summary>
internal static class ConfigFiles
{
    public const string Rules = "bitgrid_rules.yaml";
    public const string Main = "config.yaml";
    public const string Flags = "flags.yaml";
    public const string Gates = "gates.yaml";
    public const string Policies = "policies.yaml";

    public static IReadOnlyList<string> All { get; } = [Rules, Main, Flags, Gates, Policies];

    /// <summary>True for a file that may be missing: its settings have defaults for every house.</summary>
    public static bool MayBeMissing(string file) => file == Gates;

    /// <summary>The key in <see cref="Flags"/> that can silence a rule.</summary>
    public static string FlagOf(string ruleId) => ruleId.ToLowerInvariant() + "_enabled";
}
