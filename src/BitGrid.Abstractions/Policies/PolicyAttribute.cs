namespace BitGrid;

/// <summary>Names a policy for the configuration and the records.</summary>
/// <param name="id">Key of the policy's section in <c>policies.yaml</c>: lower case letters, digits and <c>-</c>. Stable.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PolicyAttribute(string id) : Attribute
{
    /// <summary>Key of the policy's section in <c>policies.yaml</c>.</summary>
    public string Id { get; } = id;
}
