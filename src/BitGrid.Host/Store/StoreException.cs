namespace BitGrid.Host.Store;

/// <summary>A database cannot be read; the message says why.</summary>
internal sealed class StoreException(string message, Exception cause) : Exception(message, cause);
