using System.Reflection;
using BitGrid.Host.Cli;
using BitGrid.Host.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace BitGrid.Host.Web.Api.Reference;

/// <summary>The description of the API: an OpenAPI document for programs, and a page made of it for people.</summary>
internal static class ReferenceParts
{
    const string Document = "v1";

    public static void AddReference(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            Introduce(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Protect(operation, context);
            return Task.CompletedTask;
        });
    });

    public static void MapReference(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi(ApiParts.Root + "/openapi.json").RequireAuthorization(SecurityParts.Read);
        MapFile(routes, "/api", "api.html", "text/html; charset=utf-8");
        MapFile(routes, "/api/reference.js", "reference.js", "text/javascript; charset=utf-8");
        MapFile(routes, "/api/reference.css", "reference.css", "text/css; charset=utf-8");
    }

    static void Introduce(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "BitGrid",
            Version = ProductVersion.Text,
            Description = "What a BitGrid decides and why. Reads are free on the machine itself; writes take the owner's session or a token with the scope control. "
                + "Errors are problem details (RFC 9457). Instants are UTC. Names are those of the records.",
        };
        document.Servers = [new() { Url = "/" }];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [TokenHandler.SchemeName] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token of bitgrid user token create." },
            [Sessions.Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = Sessions.CookieName, Description = "The owner's session." },
        };
    }

    // What a route asks of its caller is read from the route itself.
    static void Protect(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAllowAnonymous>().Any())
            return;
        bool writes = metadata.OfType<IAuthorizeData>().Any(data => data.Policy == SecurityParts.Control);
        operation.Security = [.. ((string[])[TokenHandler.SchemeName, Sessions.Scheme]).Select(scheme =>
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [writes ? SecurityParts.Control : SecurityParts.Read] })];
        operation.Responses ??= [];
        operation.Responses.TryAdd("401", new OpenApiResponse { Description = "Unauthorized" });
        operation.Responses.TryAdd("403", new OpenApiResponse { Description = "Forbidden" });
        if (metadata.OfType<EnableRateLimitingAttribute>().Any())
            operation.Responses.TryAdd("429", new OpenApiResponse { Description = "Too Many Requests" });
    }

    static void MapFile(IEndpointRouteBuilder routes, string path, string name, string mediaType)
    {
        byte[] content = Read(name);
        routes.MapGet(path, () => Results.Bytes(content, mediaType)).ExcludeFromDescription().RequireAuthorization(SecurityParts.Read);
    }

    static byte[] Read(string name)
    {
        using Stream file = Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(ReferenceParts), name)!;
        byte[] content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }
}
