using System.Globalization;
using BitGrid.Host.Live;
using BitGrid.Host.Mqtt;
using BitGrid.Host.Service;
using BitGrid.Host.Web.Api.Documents;
using BitGrid.Host.Web.Security;
using BitGrid.Host.Web.View;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BitGrid.Host.Web.Api.Routes;

/// <summary>A person's wishes.</summary>
internal static class OverrideRoutes
{
    const string Source = "api";

    public static void MapOverride(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/loads/{load_id}/override", Ask)
            .Answers<OverrideResult>("SetOverride", "Asks for a manual override. It ends by itself; battery and safety stay above it.")
            .Takes().MayRefuse(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .RequireAuthorization(SecurityParts.Control).RequireRateLimiting(Limits.Control);
        routes.MapDelete("/loads/{load_id}/override", TakeBack)
            .Answers<OverrideResult>("RemoveOverride", "Takes an override back: the rules decide again.")
            .Takes().MayRefuse(StatusCodes.Status404NotFound)
            .RequireAuthorization(SecurityParts.Control).RequireRateLimiting(Limits.Control);
    }

    static OverrideResult Ask(HttpContext context, string load_id, OverrideWish wish, HouseView view, RunningHouse house, AuditTrail audit)
    {
        Loads.Find(view.Now(), load_id);
        int blocks = wish.Blocks ?? house.Configuration.MaxOverrideBlocks;
        OverrideRequest request = house.Controller.Ask(Source, load_id, wish.Run, wish.Level, blocks);
        audit.Note(context, "override", load_id, string.Create(CultureInfo.InvariantCulture, $"run {wish.Run}, level {wish.Level}, blocks {blocks}"), request.Refusal);
        return request.Refusal is { } refusal ? throw new ApiException(StatusCodes.Status409Conflict, refusal) : ResultOf(request, house);
    }

    static OverrideResult TakeBack(HttpContext context, string load_id, HouseView view, RunningHouse house, AuditTrail audit)
    {
        Loads.Find(view.Now(), load_id);
        OverrideRequest request = house.Controller.TakeBack(Source, load_id);
        audit.Note(context, "override", load_id, "taken back", request.Refusal);
        return ResultOf(request, house);
    }

    static OverrideResult ResultOf(OverrideRequest request, RunningHouse house)
    {
        OverrideAnswer answer = OverrideAnswer.To(request, house.Configuration.Site.TimeZone);
        return new(request.Wish is { } wish ? OverrideDocument.Of(wish, wish.FirstBlock) : null, request.IsInForce, new(answer.De, answer.En));
    }
}
