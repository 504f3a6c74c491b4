using BitGrid.Host.Web.Api.Documents;
using BitGrid.Host.Web.Security;
using BitGrid.Host.Web.Security.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BitGrid.Host.Web.Api.Routes;

/// <summary>Signing in and out, and the password. Open to everybody: here it is found out who is who.</summary>
internal static class SessionRoutes
{
    // One at a time: a password takes long to check, on purpose.
    static readonly SemaphoreSlim Checking = new(1);

    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/session", (HttpContext context, RightHandler rights, AccountFile accounts) => Show(context, rights, accounts))
            .Answers<SessionDocument>("GetSession", "Who you are here, and what that allows.").Takes().AllowAnonymous();
        routes.MapPost("/session", LoginAsync)
            .AnswersNothing("SignIn", "Signs the owner in: a cookie that counts for two weeks.")
            .Takes().MayRefuse(StatusCodes.Status401Unauthorized, StatusCodes.Status409Conflict, StatusCodes.Status429TooManyRequests)
            .AllowAnonymous().RequireRateLimiting(Limits.Login);
        routes.MapDelete("/session", (Delegate)LogoutAsync).AnswersNothing("SignOut", "Signs the owner out.").Takes().AllowAnonymous();
        routes.MapPut("/session/password", ChangeAsync)
            .AnswersNothing("SetPassword", "Sets the owner's password: the first one from this machine only, a further one with the old one.")
            .Takes().MayRefuse(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests)
            .AllowAnonymous().RequireRateLimiting(Limits.Login);
    }

    static SessionDocument Show(HttpContext context, RightHandler rights, AccountFile accounts) => new(
        context.Who(), rights.IsAllowed(context, Right.Read), rights.IsAllowed(context, Right.Control), accounts.Read().PasswordHash is not null);

    static async Task<IResult> LoginAsync(HttpContext context, LoginRequest request, AccountFile accounts, AuditTrail audit)
    {
        if (accounts.Read().PasswordHash is null)
            throw new ApiException(StatusCodes.Status409Conflict, "Nobody has set a password yet. Set one: bitgrid user set-password, or PUT /api/v1/session/password on this machine.");
        await EnsureAsync(context, request.Password, accounts, audit, "login");
        await Sessions.BeginAsync(context, accounts.Read());
        audit.Note(context, "login", Caller.Owner, "");
        return Results.NoContent();
    }

    static async Task<IResult> LogoutAsync(HttpContext context)
    {
        await Sessions.EndAsync(context);
        return Results.NoContent();
    }

    static async Task<IResult> ChangeAsync(HttpContext context, PasswordChange change, AccountFile accounts, AuditTrail audit)
    {
        if (AccountFile.Objection(change.NewPassword) is { } objection)
            throw new ApiException(StatusCodes.Status400BadRequest, objection);
        if (accounts.Read().PasswordHash is not null)
            await EnsureAsync(context, change.Password ?? "", accounts, audit, "password");
        else if (!context.IsLocal())
            throw new ApiException(StatusCodes.Status403Forbidden, "The first password can only be set on the machine that BitGrid runs on.");
        accounts.SetPassword(change.NewPassword);
        audit.Note(context, "password", Caller.Owner, "");
        await Sessions.BeginAsync(context, accounts.Read());
        return Results.NoContent();
    }

    static async Task EnsureAsync(HttpContext context, string password, AccountFile accounts, AuditTrail audit, string action)
    {
        await Checking.WaitAsync(context.RequestAborted);
        try
        {
            if (accounts.IsPassword(password))
                return;
        }
        finally
        {
            Checking.Release();
        }

        audit.Note(context, action, Caller.Owner, "", "wrong password");
        throw new ApiException(StatusCodes.Status401Unauthorized, "This is not the owner's password.");
    }
}
