using System.Text.Json;
using BitGrid.Host.Store;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Serilog;

namespace BitGrid.Host.Web.Api;

/// <summary>Turns what went wrong into a problem that the caller can act on. What is nobody's business outside goes to the log only.</summary>
internal sealed class ProblemHandler(IProblemDetailsService problems, ILogger log) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            return ValueTask.FromResult(true); // nobody waits for the answer any more
        (int status, string why) = exception switch
        {
            ApiException refusal => (refusal.Status, refusal.Message),
            BadHttpRequestException { InnerException: JsonException json } => (StatusCodes.Status400BadRequest, Explain(json)),
            BadHttpRequestException bad => (bad.StatusCode, bad.Message),
            StoreException store => (StatusCodes.Status503ServiceUnavailable, $"The past cannot be read now: {store.Message}"),
            IOException => (StatusCodes.Status503ServiceUnavailable, "A file of BitGrid cannot be used now; its log says which."),
            _ => (StatusCodes.Status500InternalServerError, "BitGrid failed at this request; its log says more."),
        };
        if (status >= StatusCodes.Status500InternalServerError)
            log.Error(exception, "A request for {Path} failed", httpContext.Request.Path);
        httpContext.Response.StatusCode = status;
        return problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = { Status = status, Detail = why } });
    }

    static string Explain(JsonException json) =>
        json.Path is { Length: > 0 } path
            ? $"The body is not what this route takes, at {path}: a key that is unknown, a value of another kind, or no JSON. See /api for its form."
            : "The body is no JSON, or lacks a key. See /api for its form.";
}
