namespace BitGrid.Rules.R3Safety;

/// <summary>Limits that no setting can lift.</summary>
internal static class R3Constants
{
    /// <summary>Highest temperature at which anything may run, °C.</summary>
    public const double MaxTempC = 95;

    /// <summary>Longest silence that is put up with, s.</summary>
    public const double MaxSilenceS = 300;
}
