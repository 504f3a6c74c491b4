using YamlDotNet.Core;

namespace BitGrid.Host.Configuration.Yaml;

/// <summary>Turns what the YAML parser says into a fault.</summary>
internal static class YamlSyntax
{
    public static Position At(in Mark mark) => new((int)Math.Max(mark.Line, 1), (int)Math.Max(mark.Column, 1));

    public static ConfigFault Fault(string file, string text, Position from, Position to, string message) =>
        TabIndent(text, from.Line, to.Line) is { } tab
            ? new(file, tab, "", Value: null, "a tab stands where YAML wants spaces", "", "Indent this line with spaces.")
            : new(file, from, "", Value: null, "is not valid YAML: " + Printable.Text(message.TrimEnd('.'), quote: false), "",
                "Look at this line and the one before it: often a colon with a space after it, a closing quote or a bracket is missing, or the indentation differs.");

    // The parser often blames the line before the tab.
    static Position? TabIndent(string text, int firstLine, int lastLine)
    {
        int number = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            number++;
            int tab = line[..(line.Length - line.TrimStart(" \t").Length)].IndexOf('\t');
            if (tab >= 0 && number >= firstLine && number <= lastLine + 1)
                return new(number, tab + 1);
        }

        return null;
    }
}
