using System.Collections.Immutable;
using BitGrid.Engine.Replay;
using BitGrid.Host.History;
using BitGrid.Host.Web.Api.Documents;
using BitGrid.Host.Web.Security;
using BitGrid.Host.Web.View;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BitGrid.Host.Web.Api.Routes;

/// <summary>What was decided: the timeline, and every decision whole.</summary>
internal static class PastRoutes
{
    static readonly QueryParameter[] OfTimeline =
    [
        QueryParameter.Since,
        QueryParameter.Until,
        QueryParameter.Load,
        new("rule", QueryKind.Text, "Only decided by this rule or policy."),
        new("action", QueryKind.Text, "Only this action.") { Allowed = [.. Enum.GetValues<DecisionAction>().Select(Words.Of)] },
        new("trigger", QueryKind.Text, "Only decisions that this asked for.") { Allowed = [.. Enum.GetValues<DecisionTrigger>().Select(Words.Of)] },
        new("reason_code", QueryKind.Text, "Only with this reason."),
        new("limit", QueryKind.Number, "Decisions after which a page ends; its last block is whole.") { Least = 1, Most = HistoryQuery.MostLimit, Usual = HistoryQuery.UsualLimit },
    ];

    public static void MapPast(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/timeline", Timeline)
            .Answers<TimelineDocument>("GetTimeline", "Decisions of the past, the newest first, from the database and the archive.")
            .Takes(OfTimeline).RequireRateLimiting(Limits.Disk);
        routes.MapGet("/decisions/{block}", Decisions)
            .Answers<DecisionsDocument>("GetDecisions", "Everything about the decisions of one block: votes, conditions, energy path, state. The block is its number, or an instant in it.")
            .Takes(QueryParameter.Load).MayRefuse(StatusCodes.Status404NotFound).RequireRateLimiting(Limits.Disk);
    }

    static Tagged<TimelineDocument> Timeline(HttpContext context, HouseView view)
    {
        QueryValues query = new(context);
        HistoryPage page = view.History.Page(new()
        {
            From = query.Block("since"),
            Until = query.Block("until"),
            LoadId = query.Text("load_id"),
            Rule = query.Text("rule"),
            Action = query.Text("action"),
            Trigger = query.Text("trigger"),
            ReasonCode = query.Text("reason_code"),
            Limit = query.Number("limit"),
        });
        return new(new([.. page.Decisions.Select(past => DecisionSummary.Of(view.Records.Read(past.Line), view.Speaker))], page.Next?.Id));
    }

    static Tagged<DecisionsDocument> Decisions(HttpContext context, HouseView view, string block)
    {
        string? load = new QueryValues(context).Text("load_id");
        if (QueryValues.BlockOf(block) is not { } wanted)
            throw new ApiException(StatusCodes.Status400BadRequest, "The block in the path is no block. Allowed: its number, or an instant in it such as 2025-06-21T12:10:00Z.");
        ImmutableArray<DecisionDocument> decisions =
        [
            .. view.History.Of(wanted).Where(past => load is null || past.LoadId == load).Select(past => DecisionDocument.Of(past, view.Records.Read(past.Line), view.Speaker)),
        ];
        return decisions.IsEmpty
            ? throw new ApiException(StatusCodes.Status404NotFound, $"Nothing was decided in block {wanted.Id}{(load is null ? "" : " about this load")}.")
            : new(new(wanted.Id, wanted.WindowStart.UtcDateTime, decisions));
    }
}
