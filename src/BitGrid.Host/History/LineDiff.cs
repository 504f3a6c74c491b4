namespace BitGrid.Host.History;

/// <summary>How one text differs from another, line by line, by their longest common subsequence.</summary>
internal static class LineDiff
{
    // A table of both lengths: 16 MB at the most. Beyond, all is taken to be new.
    const int MostLines = 2_000;

    /// <summary>The lines that came (true) or went (false), in order, each with its number, counted from 1.</summary>
    public static IEnumerable<(bool Came, int Line, string Text)> Of(string before, string after)
    {
        string[] old = Lines(before);
        string[] @new = Lines(after);
        if (old.Length > MostLines || @new.Length > MostLines)
            return [.. old.Select((line, i) => (false, i + 1, line)), .. @new.Select((line, i) => (true, i + 1, line))];
        return Walk(old, @new, Common(old, @new));
    }

    static IEnumerable<(bool Came, int Line, string Text)> Walk(string[] old, string[] @new, int[,] common)
    {
        (int i, int j) = (0, 0);
        while (i < old.Length || j < @new.Length)
        {
            if (i < old.Length && j < @new.Length && old[i] == @new[j])
                (i, j) = (i + 1, j + 1);
            else if (i < old.Length && (j == @new.Length || common[i + 1, j] >= common[i, j + 1]))
                yield return (false, i + 1, old[i++]);
            else
                yield return (true, j + 1, @new[j++]);
        }
    }

    // Length of the longest common subsequence of what is left from each pair of places on.
    static int[,] Common(string[] old, string[] @new)
    {
        var common = new int[old.Length + 1, @new.Length + 1];
        for (int i = old.Length - 1; i >= 0; i--)
        {
            for (int j = @new.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == @new[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        return common;
    }

    static string[] Lines(string text) => text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');
}
