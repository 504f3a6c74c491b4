using Parquet;
using Parquet.Schema;

namespace BitGrid.Host.Recordings.Output;

/// <summary>A column of a table that is written: takes its value from a row, and knows how it stands in CSV and in Parquet.</summary>
internal abstract class OutputColumn<TRow>(DataField field)
{
    /// <summary>The column in Parquet.</summary>
    public DataField Field { get; } = field;

    /// <summary>Adds the row's value to a line of CSV.</summary>
    public abstract void Write(TRow row, CsvLine line);

    /// <summary>Keeps the row's value for the next row group of Parquet.</summary>
    public abstract void Keep(TRow row);

    /// <summary>Writes the kept values into a row group and forgets them.</summary>
    public abstract void Flush(ParquetRowGroupWriter group);
}
