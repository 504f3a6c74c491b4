using System.Collections.Immutable;
using BitGrid.Host.Configuration.Yaml;

namespace BitGrid.Host.Configuration;

/// <summary>A setting to be changed.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Key">The key with its path.</param>
/// <param name="Value">The value as it is to be written.</param>
internal sealed record ConfigEdit(string File, string Key, string Value)
{
    /// <summary>A folder with settings changed, as if somebody had edited its files.</summary>
    public static ConfigFolder Apply(ConfigFolder folder, IEnumerable<ConfigEdit> edits) => edits.Aggregate(folder, (changed, edit) =>
        changed with { Files = changed.Files.SetItem(edit.File, YamlEdit.Set(changed.Files.GetValueOrDefault(edit.File, []), edit.Path, edit.Value)) });

    string[] Path => Key.Split('.');
}
