namespace BitGrid.Host.Configuration.Checks;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Nearest
{
    /// <returns>The candidate with the fewest changed letters, if they are at most a third of the word; case does not count.</returns>
    public static string? Of(string word, IEnumerable<string> candidates) => candidates
        .Select(candidate => (Candidate: candidate, Distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
        .Where(pair => pair.Distance <= Math.Max(word.Length, pair.Candidate.Length) / 3)
        .OrderBy(pair => pair.Distance)
        .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
        .FirstOrDefault().Candidate;

    // Levenshtein's distance, one row at a time. A long word is no typo of a short one: not worth the time.
    static int Distance(string from, string to)
    {
        if (from.Length > 100 || to.Length > 100)
            return int.MaxValue;

        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
