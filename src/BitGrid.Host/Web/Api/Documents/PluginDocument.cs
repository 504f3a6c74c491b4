using System.Collections.Immutable;
using BitGrid.Host.Live;
using BitGrid.Host.Plugins;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>An installed plugin.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version; empty when its manifest cannot be read.</param>
/// <param name="Status">active, disabled, incompatible, refused or quarantined.</param>
/// <param name="Reason">Why, and how to repair it; empty when active.</param>
/// <param name="Since">Since when.</param>
/// <param name="Rules">Rules it offers.</param>
/// <param name="Policies">Policies it offers.</param>
/// <param name="Drivers">Drivers it offers.</param>
internal sealed record PluginDocument(
    string Id, string Version, string Status, string Reason, DateTime Since, ImmutableArray<string> Rules, ImmutableArray<string> Policies, ImmutableArray<string> Drivers)
{
    /// <param name="plugin">The plugin as it was loaded.</param>
    /// <param name="failed">Rules and policies that failed while deciding.</param>
    public static PluginDocument Of(PluginReport plugin, IReadOnlyList<HealthEvent> failed)
    {
        HealthEvent? failure = failed.FirstOrDefault(problem => plugin.Rules.Contains(problem.Subject) || plugin.Policies.Contains(problem.Subject));
        return new(
            plugin.Id,
            plugin.Version,
            failure is null ? plugin.Status.ToString().ToLowerInvariant() : "quarantined",
            failure?.Message ?? plugin.Reason,
            (failure?.Time ?? plugin.Time).UtcDateTime,
            [.. plugin.Rules],
            [.. plugin.Policies],
            [.. plugin.Drivers]);
    }
}
