using System.Text.Encodings.Web;
using BitGrid.Host.Web.Security.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BitGrid.Host.Web.Security;

/// <summary>Lets programs in by <c>Authorization: Bearer &lt;token&gt;</c>.</summary>
internal sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccountFile accounts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "token";

    const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string header = Request.Headers[HeaderNames.Authorization].ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || ApiToken.Parse(header[Bearer.Length..].Trim()) is not { } sent)
            return Task.FromResult(AuthenticateResult.Fail("This is no token of BitGrid."));
        ApiToken? token = accounts.Read().Tokens.FirstOrDefault(token => token.Id == sent.Id && token.Accepts(sent.Secret));
        // Not the house's clock: it may be a simulated one.
        if (token is null || token.Expires <= TimeProvider.System.GetUtcNow())
            return Task.FromResult(AuthenticateResult.Fail("The token is unknown, revoked or expired."));
        return Task.FromResult(AuthenticateResult.Success(new(Caller.Of($"token:{token.Id}", token.Right, SchemeName), SchemeName)));
    }
}
