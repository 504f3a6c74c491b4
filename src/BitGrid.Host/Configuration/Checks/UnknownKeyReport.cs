using BitGrid.Host.Configuration.Schemas;

namespace BitGrid.Host.Configuration.Checks;

/// <summary>How unknown keys are reported.</summary>
/// <param name="Mode">Whether they are errors.</param>
/// <param name="Plugins">Ids of the loaded plugins: a section may belong to one that is not.</param>
internal sealed record UnknownKeyReport(UnknownKeys Mode, IReadOnlyList<string> Plugins)
{
    public FaultSeverity Severity => Mode is UnknownKeys.Warn ? FaultSeverity.Warning : FaultSeverity.Error;

    /// <summary>What is wrong with a key.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="section">Path of the section it stands in.</param>
    public string Problem(string file, string section) => (file, section) switch
    {
        (ConfigFiles.Rules, "rules") => "is no rule of a loaded plugin " + Loaded,
        (ConfigFiles.Policies, "policies") => "is no policy of a loaded plugin " + Loaded,
        (ConfigFiles.Main, "devices") => "is no driver of a loaded plugin " + Loaded,
        (ConfigFiles.Flags, "") => "switches no rule of a loaded plugin " + Loaded,
        _ => "is not a known key",
    };

    string Loaded => Plugins.Count == 0 ? "(no plugin is loaded)" : $"(loaded: {string.Join(", ", Plugins.Select(id => Printable.Text(id, quote: false)))})";
}
