using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace BitGrid.Host.Web.Page.Speech;

/// <summary>Reads the tables of words that lie in the assembly: they are many, and only a reader's page needs them.</summary>
internal static class WordTable
{
    /// <param name="table">Its file.</param>
    public static FrozenDictionary<string, T> Of<T>(string table)
    {
        using Stream words = Assembly.GetExecutingAssembly().GetManifestResourceStream("speech/" + table)!;
        return JsonSerializer.Deserialize<Dictionary<string, T>>(words, JsonSerializerOptions.Web)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
