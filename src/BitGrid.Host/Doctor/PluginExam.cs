using BitGrid.Host.Plugins;

namespace BitGrid.Host.Doctor;

/// <summary>Can every plugin be used?</summary>
internal static class PluginExam
{
    public static IEnumerable<Finding> Run(Patient patient) => patient.Plugins.Plugins.Select(plugin => plugin.Status switch
    {
        PluginStatus.Active => Finding.Ok($"plugin {plugin.Id}", $"active, version {plugin.Version}"),
        PluginStatus.Disabled => Finding.Ok($"plugin {plugin.Id}", "disabled on purpose"),
        _ => Finding.Fault($"plugin {plugin.Id}", $"{plugin.Status.ToString().ToLowerInvariant()}: {plugin.Reason}", "Update, build anew or remove it: docs/plugins.md"),
    });
}
