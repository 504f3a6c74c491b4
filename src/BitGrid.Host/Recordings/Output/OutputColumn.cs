using Parquet;
using Parquet.Schema;

namespace BitGrid.Host.Recordings.Output;

/// <summary>A column of a table that is written: takes its value from a row, and knows how it stands in CSV and in Parquet.</summary>
internal abstract class OutputColumn<TRow>(DataField field)
{
    /// <summary>The column in Parquet.</summary>
    public DataField Field { get; } = field;

    /// <summary>Type of the values: a number, a truth value, an instant (UTC) or text.</summary>
    public abstract Type ValueType { get; }

    /// <summary>The row's value; <see langword="null"/> when it is missing.</summary>
    public abstract object? ValueOf(TRow row);

    /// <summary>Adds the row's value to a line of CSV.</summary>
    public abstract void Write(TRow row, CsvLine line);

    /// <summary>Keeps the row's value for the next row group of Parquet.</summary>
    public abstract void Keep(TRow row);

    /// <summary>Writes the kept values into a row group and forgets them.</summary>
    public abstract void Flush(ParquetRowGroupWriter group);
}
