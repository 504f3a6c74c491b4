namespace BitGrid;

/// <summary>Names a driver for the configuration.</summary>
/// <param name="driver">Key below <c>devices</c> in <c>config.yaml</c>: a lower case letter, then lower case letters, digits or <c>-</c>. Stable.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DeviceAttribute(string driver) : Attribute
{
    /// <summary>Key below <c>devices</c> in <c>config.yaml</c>.</summary>
    public string Driver { get; } = driver;
}
