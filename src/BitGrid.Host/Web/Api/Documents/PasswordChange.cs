namespace BitGrid.Host.Web.Api.Documents;

/// <summary>The owner sets a password.</summary>
/// <param name="NewPassword">The new one.</param>
/// <param name="Password">The old one; left out when there is none.</param>
internal sealed record PasswordChange(string NewPassword, string? Password = null);
