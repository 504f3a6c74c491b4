namespace BitGrid.Samples.SampleHouse.Tests;

/// <summary>The month that is committed, simulated once for all tests.</summary>
internal static class June
{
    public const ulong Seed = 48116;
    public static readonly DateOnly Start = new(2025, 6, 1);

    public static IReadOnlyList<Row> Rows { get; } = [.. House.Simulate(Seed, Start, 30)];

    public static string Text(IEnumerable<Row> rows)
    {
        using var writer = new StringWriter();
        StateFile.Write(writer, rows);
        return writer.ToString();
    }

    public static IEnumerable<IGrouping<DateTime, Row>> Days => Rows.GroupBy(row => row.WindowStart.UtcDateTime.Date);

    public static double Kwh(IEnumerable<Row> rows, Func<Row, int> powerW) => rows.Sum(powerW) / 6000.0;
}
