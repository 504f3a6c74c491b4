using Microsoft.AspNetCore.Http;

namespace BitGrid.Host.Web.Api;

/// <summary>Tells a caller how to mend what the framework refused without a word.</summary>
internal static class Refusal
{
    public static void Complete(ProblemDetailsContext context)
    {
        context.ProblemDetails.Extensions.Clear();
        context.ProblemDetails.Detail ??= context.ProblemDetails.Status switch
        {
            StatusCodes.Status401Unauthorized => "Sign in (POST /api/v1/session), or send a token that counts (Authorization: Bearer …).",
            StatusCodes.Status403Forbidden => "The token lacks the scope that this takes. See: bitgrid user token list",
            StatusCodes.Status404NotFound => "There is no such route. They are described at /api.",
            StatusCodes.Status405MethodNotAllowed => "This route does not take this method. They are described at /api.",
            StatusCodes.Status413PayloadTooLarge => "The body is too large; nothing here takes more than 64 kB.",
            StatusCodes.Status415UnsupportedMediaType => "Send the body as JSON, with Content-Type: application/json.",
            StatusCodes.Status429TooManyRequests => "Too many requests of this kind. Wait as long as Retry-After says.",
            _ => null,
        };
    }
}
