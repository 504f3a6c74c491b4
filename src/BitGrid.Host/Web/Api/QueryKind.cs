namespace BitGrid.Host.Web.Api;

/// <summary>What a parameter of a query takes.</summary>
internal enum QueryKind
{
    /// <summary>Any text, or one of a few words.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A block: its number, or an instant in it.</summary>
    Block,
}
