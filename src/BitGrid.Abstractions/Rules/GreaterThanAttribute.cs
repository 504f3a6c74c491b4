namespace BitGrid;

/// <summary>Says that an option must be greater than another one of the same record; checked when the configuration is read.</summary>
/// <param name="property">Name of the other property (<see langword="nameof"/>).</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GreaterThanAttribute(string property) : Attribute
{
    /// <summary>Name of the other property.</summary>
    public string Property { get; } = property;
}
