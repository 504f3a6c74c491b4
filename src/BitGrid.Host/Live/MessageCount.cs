namespace BitGrid.Host.Live;

/// <summary>Messages since the start.</summary>
/// <param name="Taken">Those whose reading was used, or said that there is none.</param>
/// <param name="Refused">Those whose reading could not be true, or was of an unknown load.</param>
internal readonly record struct MessageCount(long Taken, long Refused);
