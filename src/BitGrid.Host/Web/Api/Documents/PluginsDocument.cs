using System.Collections.Immutable;

namespace BitGrid.Host.Web.Api.Documents;

/// <summary>The installed plugins.</summary>
/// <param name="Plugins">By id.</param>
internal sealed record PluginsDocument(ImmutableArray<PluginDocument> Plugins);
