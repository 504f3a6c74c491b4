using System.Text;

namespace BitGrid.Host.Configuration.Yaml;

/// <summary>Changes one value in the text of a configuration file and leaves all else, comments included, as it is.</summary>
internal static class YamlEdit
{
    /// <summary>The file with a value set; the key is added where it is missing.</summary>
    /// <param name="utf8">The file, YAML without faults.</param>
    /// <param name="path">Keys from the root: <c>rules</c>, <c>R5</c>, <c>hold_blocks</c>.</param>
    /// <param name="value">A plain value as it is written.</param>
    public static byte[] Set(byte[] utf8, ReadOnlySpan<string> path, string value)
    {
        ConfigMap? section = YamlReader.Read("", utf8).Map;
        if (section is null)
            return [.. utf8, .. Encoding.UTF8.GetBytes($"{Nested(path, value)}\n")];
        string text = Encoding.UTF8.GetString(utf8);
        for (int depth = 0; depth < path.Length; depth++)
        {
            if (section.Find(path[depth]) is not { } entry)
                return Bytes(Inserted(text, section, Nested(path[depth..], value)));
            if (entry.Value is ConfigMap deeper && depth < path.Length - 1)
            {
                section = deeper;
                continue;
            }

            ReadOnlySpan<string> rest = path[(depth + 1)..];
            return Bytes(Replaced(text, entry, rest.IsEmpty ? value : $"{{ {Nested(rest, value)} }}"));
        }

        return utf8;
    }

    static string Nested(ReadOnlySpan<string> path, string value)
    {
        StringBuilder text = new($"{path[^1]}: {value}");
        for (int i = path.Length - 2; i >= 0; i--)
            text.Insert(0, $"{path[i]}: {{ ").Append(" }");
        return text.ToString();
    }

    // Before the first key of the section: on a line of its own where the section has lines, else between the braces.
    static string Inserted(string text, ConfigMap section, string setting)
    {
        if (section.Entries.IsEmpty)
            return text.Insert(IndexOf(text, section.At) + 1, $" {setting} ");
        Position first = section.Entries[0].At;
        int index = IndexOf(text, first);
        string before = text[(index - (first.Column - 1))..index];
        return text.Insert(index, string.IsNullOrWhiteSpace(before) ? $"{setting}\n{before}" : $"{setting}, ");
    }

    static string Replaced(string text, ConfigEntry entry, string value)
    {
        if (entry.Value is not ConfigScalar { Text.Length: > 0 } scalar)
        {
            int colon = text.IndexOf(':', IndexOf(text, entry.At) + entry.Key.Length);
            return text.Insert(colon + 1, $" {value}");
        }

        int begin = IndexOf(text, scalar.At);
        int end = text[begin] is '"' or '\'' ? text.IndexOf(text[begin], begin + 1) + 1 : begin + scalar.Text.Length;
        return $"{text[..begin]}{value}{text[end..]}";
    }

    static int IndexOf(string text, Position at)
    {
        int index = 0;
        for (int line = 1; line < at.Line; line++)
            index = text.IndexOf('\n', index) + 1;
        return index + at.Column - 1;
    }

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
