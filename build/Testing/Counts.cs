namespace BitGrid.Build.Testing;

/// <summary>How many tests passed, failed and were skipped.</summary>
internal readonly record struct Counts(int Passed, int Failed, int Skipped)
{
    public int Total => Passed + Failed + Skipped;

    public static Counts operator +(Counts left, Counts right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    /// <summary>The last line of every test run, which machines read: <c>N passed, N failed[, N skipped]</c>.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed")
        + (Skipped == 0 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $", {Skipped} skipped"));
}
