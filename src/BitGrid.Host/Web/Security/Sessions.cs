using System.Security.Claims;
using BitGrid.Host.Web.Security.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BitGrid.Host.Web.Security;

/// <summary>What the owner is known by after signing in: a cookie that scripts cannot read and other sites cannot use.</summary>
internal static class Sessions
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "session";

    /// <summary>Name of the cookie.</summary>
    public const string CookieName = "bitgrid_session";

    const string StampClaim = "stamp";
    static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = CookieName;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Lasts;
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = Refuse(StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = Refuse(StatusCodes.Status403Forbidden);
        options.Events.OnValidatePrincipal = context =>
        {
            string stamp = context.HttpContext.RequestServices.GetRequiredService<AccountFile>().Read().Stamp;
            if (context.Principal?.FindFirstValue(StampClaim) != stamp)
                context.RejectPrincipal();
            return Task.CompletedTask;
        };
    }

    /// <summary>Signs the owner in.</summary>
    public static Task BeginAsync(HttpContext context, AccountBook accounts) => context.SignInAsync(
        Scheme,
        Caller.Of(Caller.Owner, Right.Control, Scheme, new Claim(StampClaim, accounts.Stamp)),
        new AuthenticationProperties { IsPersistent = true });

    /// <summary>Signs the owner out.</summary>
    public static Task EndAsync(HttpContext context) => context.SignOutAsync(Scheme);

    // A program is told, not sent to a page for people.
    static Func<RedirectContext<CookieAuthenticationOptions>, Task> Refuse(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}
