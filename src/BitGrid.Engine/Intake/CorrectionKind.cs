namespace BitGrid.Engine.Intake;

/// <summary>What was wrong with a reading, and what was done about it.</summary>
public enum CorrectionKind
{
    /// <summary>Infinite or not a number: missing. A forecast ends before such a value.</summary>
    NotFinite,

    /// <summary>Beyond a limit that the true value cannot be far from: set to the limit.</summary>
    Clamped,

    /// <summary>Beyond any possible value: missing.</summary>
    Impossible,

    /// <summary>A sensor's way to say that it measures nothing (−273, −1 or 0 °C, 999): missing.</summary>
    Sentinel,

    /// <summary>PV production while the sun is down: missing.</summary>
    PvAtNight,
}
