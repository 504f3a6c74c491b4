namespace BitGrid.Host.Recordings.Output;

/// <summary>A file cannot be written; the message says which, why, and what to do.</summary>
internal sealed class OutputException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The exception for a failure while writing <paramref name="path"/>.</summary>
    public static OutputException Of(string path, Exception cause) =>
        new($"{path}: cannot be written ({cause.Message}); nothing is left of it. Repair: make room, or choose another place that may be written to.", cause);
}
