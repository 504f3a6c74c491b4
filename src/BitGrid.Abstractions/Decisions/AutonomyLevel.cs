namespace BitGrid;

/// <summary>How much BitGrid does by itself.</summary>
public enum AutonomyLevel
{
    /// <summary>Everything.</summary>
    Full,

    /// <summary>Only Safety and Autarky act; starts and ends for profit are proposed.</summary>
    Semi,

    /// <summary>Only Safety acts.</summary>
    Manual,
}
