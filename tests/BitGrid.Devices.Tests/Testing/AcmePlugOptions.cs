namespace BitGrid.Devices.Tests.Testing;

/// <summary>Its settings.</summary>
public sealed record AcmePlugOptions
{
    public string Load { get; init; } = "";
}
