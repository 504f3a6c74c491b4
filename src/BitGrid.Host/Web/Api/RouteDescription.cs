using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace BitGrid.Host.Web.Api;

/// <summary>Describes routes, for people and for the OpenAPI document.</summary>
internal static class RouteDescription
{
    /// <summary>What a route is for, and what it answers.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, string name, string summary, string mediaType = "application/json", params string[] others) =>
        route.WithName(name).WithSummary(summary).Produces<T>(StatusCodes.Status200OK, mediaType, others).ProducesProblem(StatusCodes.Status400BadRequest);

    /// <summary>What a route without an answer is for.</summary>
    public static RouteHandlerBuilder AnswersNothing(this RouteHandlerBuilder route, string name, string summary) =>
        route.WithName(name).WithSummary(summary).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status400BadRequest);

    /// <summary>Problems that are the caller's to expect.</summary>
    public static RouteHandlerBuilder MayRefuse(this RouteHandlerBuilder route, params IEnumerable<int> statuses)
    {
        foreach (int status in statuses)
            route.ProducesProblem(status);
        return route;
    }

    /// <summary>The parameters of its query; no others are taken.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, params QueryParameter[] parameters) =>
        route.WithMetadata([parameters]).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            foreach (QueryParameter parameter in parameters)
                operation.Parameters.Add(new OpenApiParameter { Name = parameter.Name, In = ParameterLocation.Query, Description = parameter.Description, Schema = Schema(parameter) });
            return Task.CompletedTask;
        });

    static OpenApiSchema Schema(QueryParameter parameter) => parameter.Kind == QueryKind.Number
        ? new()
        {
            Type = JsonSchemaType.Integer,
            Minimum = parameter.Least.ToString(CultureInfo.InvariantCulture),
            Maximum = parameter.Most.ToString(CultureInfo.InvariantCulture),
            Default = JsonValue.Create(parameter.Usual),
        }
        : new() { Type = JsonSchemaType.String, Enum = parameter.Allowed.IsEmpty ? null : [.. parameter.Allowed.Select(word => (JsonNode)JsonValue.Create(word))] };
}
