namespace BitGrid.Host.Backup;

/// <summary>A backup cannot be made, read or restored. The message says what, where and how to mend it.</summary>
internal sealed class BackupException(string message, Exception? cause = null) : Exception(message, cause);
