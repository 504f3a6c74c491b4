namespace BitGrid.Host.Recordings.Output;

/// <summary>Makes the columns of a table.</summary>
internal static class OutputColumns
{
    const string Utc = "yyyy-MM-ddTHH:mm:ssZ";

    public static OutputColumn<TRow> Number<TRow>(string name, Func<TRow, double?> get) => new ValueOutput<TRow, double>(name, get, (line, value) => line.Add(value));

    public static OutputColumn<TRow> Integer<TRow>(string name, Func<TRow, long?> get) => new ValueOutput<TRow, long>(name, get, (line, value) => line.Add(value));

    public static OutputColumn<TRow> Flag<TRow>(string name, Func<TRow, bool?> get) => new ValueOutput<TRow, bool>(name, get, (line, value) => line.Add(value ? "true" : "false"));

    public static OutputColumn<TRow> Instant<TRow>(string name, Func<TRow, DateTimeOffset> get) =>
        new ValueOutput<TRow, DateTime>(name, row => get(row).UtcDateTime, (line, value) => line.Add(value, Utc));

    public static OutputColumn<TRow> Text<TRow>(string name, Func<TRow, string?> get) => new TextOutput<TRow>(name, get);
}
