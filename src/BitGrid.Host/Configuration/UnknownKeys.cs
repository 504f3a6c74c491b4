namespace BitGrid.Host.Configuration;

/// <summary>What an unknown key means.</summary>
internal enum UnknownKeys
{
    /// <summary>An error: at a first start and for a check.</summary>
    Refuse,

    /// <summary>A warning: after an update, so that a setting that is gone does not keep the house from starting.</summary>
    Warn,
}
