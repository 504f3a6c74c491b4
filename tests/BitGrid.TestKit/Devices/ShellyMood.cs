namespace BitGrid.TestKit.Devices;

/// <summary>How a <see cref="FakeShelly"/> answers.</summary>
public enum ShellyMood
{
    /// <summary>As it should.</summary>
    Well,

    /// <summary>It hangs up without a word.</summary>
    HangsUp,

    /// <summary>It takes the request and never answers.</summary>
    Hangs,

    /// <summary>Every request ends with 500.</summary>
    Fails,

    /// <summary>It answers with something that is no JSON.</summary>
    Babbles,
}
