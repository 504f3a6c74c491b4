namespace BitGrid.Host.Recordings.Output;

/// <summary>A table in a file: turns failures of the disk into messages and lets the file appear only when it is complete.</summary>
internal sealed class GuardedTable<TRow>(OutputFile file, ITableWriter<TRow> table) : ITableWriter<TRow>
{
    public void Write(TRow row)
    {
        try
        {
            table.Write(row);
        }
        catch (IOException cause)
        {
            throw OutputException.Of(file.Path, cause);
        }
    }

    public void Complete()
    {
        try
        {
            table.Complete();
            file.Commit();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw OutputException.Of(file.Path, cause);
        }
    }

    public void Dispose()
    {
        try
        {
            table.Dispose();
        }
        catch (IOException)
        {
            // A full disk refuses the last bytes once more; the file goes anyway.
        }
        finally
        {
            file.Dispose();
        }
    }
}
