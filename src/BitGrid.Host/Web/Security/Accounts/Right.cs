namespace BitGrid.Host.Web.Security.Accounts;

/// <summary>What a caller may do.</summary>
internal enum Right
{
    /// <summary>See everything, except who did what.</summary>
    Read,

    /// <summary>Besides: override, autonomy, acknowledging, and seeing who did what.</summary>
    Control,
}
