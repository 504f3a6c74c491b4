namespace BitGrid.Host.Recordings.Output;

/// <summary>How decisions are written to a file.</summary>
internal enum DecisionFormat
{
    /// <summary>A canonical record per line: everything.</summary>
    Jsonl,

    /// <summary>A line per decision with what was decided, for spreadsheets.</summary>
    Csv,

    /// <summary>The same columns and the canonical record: for analysis, and small.</summary>
    Parquet,
}
