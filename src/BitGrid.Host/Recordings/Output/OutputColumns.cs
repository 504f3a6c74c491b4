namespace BitGrid.Host.Recordings.Output;

/// <summary>Makes the columns of a table.</summary>
internal static class OutputColumns
{
    const string Utc = "yyyy-MM-ddTHH:mm:ssZ";
    const string UtcWithMilliseconds = "yyyy-MM-ddTHH:mm:ss.FFFZ";

    public static OutputColumn<TRow> Number<TRow>(string name, Func<TRow, double?> get) => new ValueOutput<TRow, double>(name, get, (line, value) => line.Add(value));

    public static OutputColumn<TRow> Integer<TRow>(string name, Func<TRow, long?> get) => new ValueOutput<TRow, long>(name, get, (line, value) => line.Add(value));

    public static OutputColumn<TRow> Flag<TRow>(string name, Func<TRow, bool?> get) => new ValueOutput<TRow, bool>(name, get, (line, value) => line.Add(value ? "true" : "false"));

    public static OutputColumn<TRow> Instant<TRow>(string name, Func<TRow, DateTimeOffset> get) =>
        new ValueOutput<TRow, DateTime>(name, row => get(row).UtcDateTime, (line, value) => line.Add(value, Utc));

    /// <summary>An instant to the millisecond.</summary>
    public static OutputColumn<TRow> Moment<TRow>(string name, Func<TRow, DateTimeOffset> get) =>
        new ValueOutput<TRow, DateTime>(name, row => get(row).UtcDateTime, (line, value) => line.Add(value, UtcWithMilliseconds));

    /// <summary>A column of one of the types that a column can have.</summary>
    public static OutputColumn<TRow> Of<TRow>(string name, Type type, Func<TRow, object?> get)
    {
        if (type == typeof(double))
            return Number<TRow>(name, row => (double?)get(row));
        if (type == typeof(long))
            return Integer<TRow>(name, row => (long?)get(row));
        if (type == typeof(bool))
            return Flag<TRow>(name, row => (bool?)get(row));
        return type == typeof(DateTime)
            ? new ValueOutput<TRow, DateTime>(name, row => (DateTime?)get(row), (line, value) => line.Add(value, UtcWithMilliseconds))
            : Text<TRow>(name, row => (string?)get(row));
    }

    public static OutputColumn<TRow> Text<TRow>(string name, Func<TRow, string?> get) => new TextOutput<TRow>(name, get);
}
