using System.Text;
using BitGrid.Host.Configuration.Schemas;
using BitGrid.Host.Configuration.Yaml;

namespace BitGrid.Host.Configuration;

/// <summary>
/// Changes one setting, <c>autonomy</c>, in <c>config.yaml</c>, and nothing else of the file. So the level has one home: it survives a
/// restart, it is in the history of the configuration, and every decision names the configuration that says it.
/// </summary>
internal static class AutonomySwitch
{
    const string Key = "autonomy";

    /// <summary>The file with another level.</summary>
    /// <param name="content">The file, UTF-8.</param>
    /// <param name="level">The level.</param>
    public static byte[] Apply(byte[] content, AutonomyLevel level)
    {
        string word = level.ToString().ToLowerInvariant();
        string text = Encoding.UTF8.GetString(content);
        if (YamlReader.Read(ConfigFiles.Main, content).Map?.Find(Key)?.Value is not ConfigScalar scalar)
            return Encoding.UTF8.GetBytes($"{text.TrimEnd('\n')}\n{Key}: {word}\n");
        int start = Offset(text, scalar.At);
        return Encoding.UTF8.GetBytes(text[..start] + word + text[(start + Written(text, start, scalar.Text))..]);
    }

    // A value in quotes is two characters longer than its text.
    static int Written(string text, int start, string value) => text[start] is '"' or '\'' ? value.Length + 2 : value.Length;

    static int Offset(string text, Position at)
    {
        int lineStart = text.StartsWith('\uFEFF') ? 1 : 0;
        for (int line = 1; line < at.Line; line++)
            lineStart = text.IndexOf('\n', lineStart) + 1;
        return lineStart + at.Column - 1;
    }
}
