using BitGrid.Host.Recordings;
using BitGrid.Host.Recordings.Tables;
using Parquet;
using Parquet.Schema;

namespace BitGrid.Host.Shards;

/// <summary>A file of results: the whole, or one of the parts that shards wrote.</summary>
internal sealed class ResultPart : IDisposable
{
    readonly ParquetReader _reader;

    ResultPart(string path, ParquetReader reader, ResultLabel label)
    {
        (Path, _reader, Label) = (path, reader, label);
        Columns = [.. reader.Schema.GetDataFields().Select(field => (field.Name, TypeOf(field)))];
    }

    public string Path { get; }

    public ResultLabel Label { get; }

    /// <summary>Names and types of the columns.</summary>
    public IReadOnlyList<(string Name, Type Type)> Columns { get; }

    /// <summary>Opens a file of results.</summary>
    /// <exception cref="InvalidDataException">It is none, or it is damaged; the message says what is wrong, what is allowed and the repair.</exception>
    public static ResultPart Open(string path)
    {
        ParquetReader? reader = null;
        try
        {
            reader = ParquetReader.CreateAsync(new SynchronousFile(path, FileMode.Open, FileAccess.Read, FileShare.Read)).GetAwaiter().GetResult();
            if (ResultLabel.From(reader.CustomMetadata) is { } label)
                return new(path, reader, label);
        }
        // A damaged file can surface as any exception of its format's library.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            reader?.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw new InvalidDataException(Fault(path, $"the file cannot be read ({InputFault.Shown(fault)})"), fault);
        }

        reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        throw new InvalidDataException(Fault(path, "the file does not say what its rows are"));
    }

    /// <summary>The rows, by ascending key.</summary>
    public IEnumerable<object?[]> Rows() => TableRows.Of(_reader, Columns);

    public void Dispose() => _reader.DisposeAsync().AsTask().GetAwaiter().GetResult();

    static string Fault(string path, string problem) =>
        new InputFault(new(path), problem, "a file that replay --format parquet, fleet or tune has written", "run that shard again").ToString();

    static Type TypeOf(DataField field) => field.ClrType == typeof(ReadOnlyMemory<char>) ? typeof(string) : field.ClrType;
}
