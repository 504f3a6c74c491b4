namespace BitGrid.Host.Recordings.Fields;

/// <summary>Keeps words that come again and again, so that a year of rows shares one string.</summary>
internal sealed class WordPool
{
    // A column of ever new words must not fill the memory.
    const int MostWords = 1000;

    readonly HashSet<string> _words = [];

    /// <summary>The text as a string, the same one as last time if it is still known.</summary>
    public string Of(ReadOnlySpan<char> text)
    {
        if (_words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out string? known))
            return known;
        if (_words.Count == MostWords)
            _words.Clear();
        string word = text.ToString();
        _words.Add(word);
        return word;
    }
}
