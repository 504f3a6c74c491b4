using BitGrid.Host.Web.Api.Documents;
using BitGrid.Host.Web.View;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BitGrid.Host.Web.Api.Routes;

/// <summary>What will be decided, and what would be.</summary>
internal static class PreviewRoutes
{
    const int MostChanges = 20;

    public static void MapPreview(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/preview", Preview)
            .Answers<PreviewsDocument>("GetPreview", "What the next block will bring for each load, and what would have to change for the opposite.")
            .Takes(QueryParameter.Load).MayRefuse(StatusCodes.Status404NotFound);
        routes.MapPost("/preview", Ask)
            .Answers<PreviewDocument>("AskPreview", "A what-if: what the next block would bring with other values. Changes nothing.")
            .Takes().MayRefuse(StatusCodes.Status404NotFound);
    }

    static PreviewsDocument Preview(HttpContext context, HouseView view)
    {
        string? id = new QueryValues(context).Text("load_id");
        HouseNow now = view.Now();
        IEnumerable<LoadNow> loads = id is null ? now.Loads : [Loads.Find(now, id)];
        return new([.. loads.Select(load => PreviewDocument.Of(view.Ahead(load), view.Speaker))]);
    }

    static PreviewDocument Ask(WhatIfQuestion question, HouseView view)
    {
        HouseNow now = view.Now();
        LoadNow load = question.LoadId is { } id ? Loads.Find(now, id) : now.Loads[0];
        if (question.Changes.Count is < 1 or > MostChanges)
            throw new ApiException(StatusCodes.Status400BadRequest, $"changes has {question.Changes.Count} entries; allowed are 1 to {MostChanges}.");
        try
        {
            return PreviewDocument.Of(view.Ahead(load, question.Changes), view.Speaker);
        }
        catch (ArgumentException unknown) when (unknown.ParamName == "changes")
        {
            throw new ApiException(StatusCodes.Status400BadRequest, "changes names a quantity that cannot be set. Allowed are " + string.Join(", ", Engine.Preview.WhatIf.Metrics) + ".");
        }
    }
}
