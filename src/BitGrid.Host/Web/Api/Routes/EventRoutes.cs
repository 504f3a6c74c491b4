using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using BitGrid.Host.Service;
using BitGrid.Host.Store;
using BitGrid.Host.Web.Api.Documents;
using BitGrid.Host.Web.Security;
using BitGrid.Host.Web.View;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace BitGrid.Host.Web.Api.Routes;

/// <summary>What happens: as a stream, and as a list of what happened.</summary>
internal static class EventRoutes
{
    const int MostListeners = 200;

    // So that both sides notice a broken line.
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    static readonly QueryParameter Limit = new("limit", QueryKind.Number, "How many.") { Least = 1, Most = 1000, Usual = 100 };

    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/events", Stream)
            .Answers<string>("ListenEvents", "News as they happen, as server-sent events: decision (a decision in short, once it is on the disk), event (something happened), beat (every 15 s).", "text/event-stream")
            .Takes().MayRefuse(StatusCodes.Status503ServiceUnavailable);
        routes.MapGet("/events/past", (HttpContext context, HouseView view) => new Tagged<EventsDocument>(Past(view, new QueryValues(context).Number("limit"))))
            .Answers<EventsDocument>("GetPastEvents", "The last events, the newest first.")
            .Takes(Limit).RequireRateLimiting(Limits.Disk);
        routes.MapPost("/events/acknowledge", Acknowledge)
            .AnswersNothing("AcknowledgeEvent", "Says that you know of a problem. It goes on until it is over.")
            .Takes().MayRefuse(StatusCodes.Status404NotFound)
            .RequireAuthorization(SecurityParts.Control).RequireRateLimiting(Limits.Control);
        routes.MapGet("/audit", (HttpContext context, HouseView view) => new Tagged<AuditsDocument>(Audits(view, new QueryValues(context).Number("limit"))))
            .Answers<AuditsDocument>("GetAudit", "Who did what from outside, the newest first.")
            .Takes(Limit).RequireAuthorization(SecurityParts.Control).RequireRateLimiting(Limits.Disk);
    }

    static IResult Stream(HttpContext context, HouseView view, IHostApplicationLifetime program)
    {
        if (view.Feed.Listeners >= MostListeners)
            throw new ApiException(StatusCodes.Status503ServiceUnavailable, $"There are {MostListeners} listeners already. Close some, or ask again later.");
        return Results.ServerSentEvents(NewsAsync(view, program.ApplicationStopping, context.RequestAborted));
    }

    static async IAsyncEnumerable<SseItem<object>> NewsAsync(HouseView view, CancellationToken stopping, [EnumeratorCancellation] CancellationToken aborted)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
        await using IAsyncEnumerator<HouseNews> news = view.Feed.ListenAsync(end.Token).GetAsyncEnumerator(CancellationToken.None);
        Task<bool> next = news.MoveNextAsync().AsTask();
        yield return Beaten(view);
        while (true)
        {
            if (await Task.WhenAny(next, Task.Delay(Beat, CancellationToken.None)) != next)
            {
                yield return Beaten(view);
                continue;
            }

            if (!await next)
                yield break;
            HouseNews happened = news.Current;
            next = news.MoveNextAsync().AsTask();
            yield return happened.Decision is { } decision
                ? new(DecisionSummary.Of(decision.Record, view.Speaker), "decision")
                : new(EventDocument.Of(happened.Event!), "event");
        }
    }

    static SseItem<object> Beaten(HouseView view) => new(new BeatDocument(view.Time.GetUtcNow().UtcDateTime, view.Configuration.ConfigHash), "beat");

    static EventsDocument Past(HouseView view, int count) => new([.. new Timeline(DatabaseOf(view)).LatestEvents(count).Select(EventDocument.Of)]);

    static AuditsDocument Audits(HouseView view, int count) => new([.. new Timeline(DatabaseOf(view)).LatestAudits(count).Select(AuditDocument.Of)]);

    static string DatabaseOf(HouseView view) => Recordings.DataFolder.DatabaseIn(view.Request.Data);

    static IResult Acknowledge(HttpContext context, EventReference problem, RunningHouse house, AuditTrail audit)
    {
        bool isThere = house.Health.Acknowledge(problem.Code, problem.Subject);
        audit.Note(context, "acknowledge", problem.Subject, problem.Code, isThere ? null : "there is no such problem");
        return isThere ? Results.NoContent() : throw new ApiException(StatusCodes.Status404NotFound, "There is no such problem now. GET /api/v1/health lists those there are.");
    }
}
