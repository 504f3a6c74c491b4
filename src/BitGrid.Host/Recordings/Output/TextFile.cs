using System.Text;

namespace BitGrid.Host.Recordings.Output;

/// <summary>A file of text that appears whole or not at all.</summary>
internal static class TextFile
{
    /// <summary>Writes it as UTF-8; <c>-</c> is standard output.</summary>
    /// <exception cref="OutputException">It cannot be written.</exception>
    public static void Write(string path, string text)
    {
        using OutputFile file = new(path);
        file.Stream.Write(Encoding.UTF8.GetBytes(text));
        file.Commit();
    }
}
