using BitGrid.Host.Web.Security.Accounts;
using BitGrid.Host.Web.View;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BitGrid.Host.Web.Security;

/// <summary>
/// Who may do what. A session or token has the rights it was given. Without one, this machine may read, and as long as nobody has
/// set a password it may also write; the home network may read if <c>web.lan_read</c> says so, and never write.
/// </summary>
internal sealed class RightHandler(AccountFile accounts, HouseView view) : AuthorizationHandler<RightRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        if (context.Resource is HttpContext http && IsAllowed(http, requirement.Right))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    /// <summary>True when the caller has the right.</summary>
    public bool IsAllowed(HttpContext http, Right right)
    {
        if (http.User.Identity is { IsAuthenticated: true })
            return http.User.HasClaim(claim => claim.Type == Caller.RightClaim && (claim.Value == RightWords.Of(right) || claim.Value == RightWords.Of(Right.Control)));
        // Who shows a token that does not count is told so, and not taken for somebody without one.
        if (http.Request.Headers.ContainsKey(HeaderNames.Authorization))
            return false;
        return right == Right.Read
            ? http.IsLocal() || view.Configuration.Host.Web.LanRead
            : http.IsLocal() && accounts.Read().PasswordHash is null;
    }
}
