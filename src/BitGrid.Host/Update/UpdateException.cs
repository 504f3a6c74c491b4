namespace BitGrid.Host.Update;

/// <summary>An update is refused, or cannot go on. Nothing has changed. The message says what, where and how to mend it.</summary>
internal sealed class UpdateException(string message, Exception? cause = null) : Exception(message, cause);
