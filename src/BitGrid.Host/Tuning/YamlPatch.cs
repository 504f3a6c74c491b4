using System.Text;
using BitGrid.Host.Configuration;

namespace BitGrid.Host.Tuning;

/// <summary>The keys to change, as they stand in the files of a configuration.</summary>
internal static class YamlPatch
{
    /// <summary>Text of the patch: one document per file.</summary>
    /// <param name="edits">The changes.</param>
    /// <param name="headline">What the patch is for; becomes a comment.</param>
    public static string Text(IEnumerable<ConfigEdit> edits, string headline)
    {
        StringBuilder text = new();
        text.Append("# ").Append(headline).Append('\n');
        foreach (IGrouping<string, ConfigEdit> file in edits.GroupBy(edit => edit.File))
        {
            text.Append("--- # ").Append(file.Key).Append('\n');
            Write(text, [.. file.Select(edit => (edit.Key.Split('.'), edit.Value))], depth: 0);
        }

        return text.ToString();
    }

    static void Write(StringBuilder text, IReadOnlyList<(string[] Path, string Value)> settings, int depth)
    {
        foreach (IGrouping<string, (string[] Path, string Value)> key in settings.GroupBy(setting => setting.Path[depth]))
        {
            text.Append(' ', 2 * depth).Append(key.Key).Append(':');
            if (key.First().Path.Length == depth + 1)
            {
                text.Append(' ').Append(key.First().Value).Append('\n');
                continue;
            }

            text.Append('\n');
            Write(text, [.. key], depth + 1);
        }
    }
}
