namespace BitGrid.Host.Recordings.Output;

/// <summary>Writes rows to a file. What is not completed leaves nothing behind.</summary>
internal interface ITableWriter<in TRow> : IDisposable
{
    /// <summary>Adds a row; it may be reused afterwards.</summary>
    /// <exception cref="OutputException">It cannot be written.</exception>
    void Write(TRow row);

    /// <summary>Finishes the file and puts it in place.</summary>
    /// <exception cref="OutputException">It cannot be written.</exception>
    void Complete();
}
