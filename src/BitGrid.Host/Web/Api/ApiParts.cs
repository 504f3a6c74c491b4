using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using BitGrid.Host.History;
using BitGrid.Host.Web.Api.Reference;
using BitGrid.Host.Web.Api.Routes;
using BitGrid.Host.Web.Security;
using BitGrid.Host.Web.View;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BitGrid.Host.Web.Api;

/// <summary>The house for programs: <c>/api/v1</c>, and its description at <c>/api</c>.</summary>
internal static class ApiParts
{
    /// <summary>Where the first version of the API begins.</summary>
    public const string Root = "/api/v1";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton<StateAnswer>();
        services.AddSingleton(provider => new PastKpis(provider.GetRequiredService<HouseView>().History, provider.GetRequiredService<HouseView>().Records));
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            // Umlauts stay readable; what could end a script or an element is written as an escape all the same.
            options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Refusal.Complete);
        services.AddExceptionHandler<ProblemHandler>();
        services.AddReference();
    }

    /// <summary>Makes every refusal under <c>/api</c> a problem document, wherever it comes from.</summary>
    public static void UseApiProblems(this IApplicationBuilder application) => application.UseWhen(
        context => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal),
        api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup(Root).RequireAuthorization(SecurityParts.Read);
        api.AddEndpointFilter((context, next) =>
        {
            QueryValues.Check(context.HttpContext);
            return next(context);
        });
        api.MapHouse();
        api.MapPast();
        api.MapPreview();
        api.MapOverride();
        api.MapFigures();
        api.MapConfig();
        api.MapEvents();
        api.MapSession();
        routes.MapReference();
    }
}
