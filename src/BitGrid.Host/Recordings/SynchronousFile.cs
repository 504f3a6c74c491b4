namespace BitGrid.Host.Recordings;

/// <summary>
/// A file whose asynchronous calls work on the caller's thread. The Parquet library only knows asynchronous calls, and with a
/// plain file each would wait for a thread of the pool: on a busy machine that cost ten times the work itself.
/// </summary>
internal sealed class SynchronousFile(string path, FileMode mode, FileAccess access, FileShare share)
    : FileStream(path, mode, access, share, bufferSize: 0)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return default;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer, offset, count);
        return Task.CompletedTask;
    }

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        Flush();
        return Task.CompletedTask;
    }
}
