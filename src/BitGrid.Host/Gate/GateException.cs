namespace BitGrid.Host.Gate;

/// <summary>Nothing can be judged, because of what was given; the message says what, and how to repair it.</summary>
internal sealed class GateException(string message, Exception? cause = null) : Exception(message, cause);
