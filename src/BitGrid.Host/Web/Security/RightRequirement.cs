using BitGrid.Host.Web.Security.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace BitGrid.Host.Web.Security;

/// <summary>That a caller has a right.</summary>
/// <param name="Right">The right.</param>
internal sealed record RightRequirement(Right Right) : IAuthorizationRequirement;
