namespace BitGrid;

/// <summary>Where surplus can go.</summary>
public enum EnergyPath : byte
{
    /// <summary>Sold to the grid.</summary>
    Export,

    /// <summary>Turned into heat.</summary>
    Heat,

    /// <summary>Turned into bitcoin by mining.</summary>
    Hodl,
}
