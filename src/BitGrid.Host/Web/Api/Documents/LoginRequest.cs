namespace BitGrid.Host.Web.Api.Documents;

/// <summary>The owner signs in.</summary>
/// <param name="Password">The password.</param>
internal sealed record LoginRequest(string Password);
