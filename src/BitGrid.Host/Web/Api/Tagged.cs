using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace BitGrid.Host.Web.Api;

/// <summary>An answer that says by which mark it can be recognised, and is not sent again to who has it.</summary>
/// <param name="Document">The answer.</param>
internal sealed record Tagged<T>(T Document) : IResult
{
    const int MarkCharacters = 32;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(Document, httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
        EntityTagHeaderValue mark = new($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..MarkCharacters]}\"");
        httpContext.Response.GetTypedHeaders().ETag = mark;
        httpContext.Response.Headers.CacheControl = "private, no-cache";
        if (httpContext.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(mark, useStrongComparison: false)))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
