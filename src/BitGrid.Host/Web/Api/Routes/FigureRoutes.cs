using BitGrid.Host.History;
using BitGrid.Host.Recordings;
using BitGrid.Host.Web.Api.Documents;
using BitGrid.Host.Web.Security;
using BitGrid.Host.Web.View;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BitGrid.Host.Web.Api.Routes;

/// <summary>What came of it: key figures, and the raw past as a file.</summary>
internal static class FigureRoutes
{
    const string Csv = "text/csv";
    const string Parquet = "application/vnd.apache.parquet";
    const int UsualDays = 7;
    const int MostKpiDays = 92;
    const int MostExportDays = 366;

    static readonly QueryParameter Format = new("format", QueryKind.Text, "csv (the default) for spreadsheets; parquet, which also has the canonical records, for replays and databases.") { Allowed = ["csv", "parquet"] };

    public static void MapFigures(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/kpis", Kpis)
            .Answers<KpiDocument>("GetKpis", $"Key figures of what was decided: of a period of up to {MostKpiDays} days, of each of its days, and of each configuration. Default: the last {UsualDays} days.")
            .Takes(QueryParameter.Since, QueryParameter.Until).RequireRateLimiting(Limits.Disk);
        routes.MapGet("/export", ExportAsync)
            .Answers<string>("Export", $"States and decisions of a period of up to {MostExportDays} days as a file, in the columns of a recording. Default: the last {UsualDays} days. One at a time.", Csv, Parquet)
            .Takes(Format, QueryParameter.Since, QueryParameter.Until).MayRefuse(StatusCodes.Status429TooManyRequests).RequireRateLimiting(Limits.Export);
    }

    static Tagged<KpiDocument> Kpis(HttpContext context, HouseView view, PastKpis kpis)
    {
        (var all, var byConfig) = kpis.Of(PeriodOf(context, view, MostKpiDays), view.Configuration);
        return new(new(all.Period, all.Days, [.. byConfig.Select(config => new ConfigKpiDocument(config.Key, config.Value))]));
    }

    static async Task ExportAsync(HttpContext context, HouseView view)
    {
        Period period = PeriodOf(context, view, MostExportDays);
        string format = new QueryValues(context).Text("format") ?? "csv";
        context.Response.ContentType = format == "csv" ? Csv + "; charset=utf-8" : Parquet;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"bitgrid-{period.From!.Value.WindowStart.UtcDateTime:yyyy-MM-dd}.{format}\"";
        IEnumerable<PastDecision> rows = view.History.All(period);
        await (format == "csv" ? Export.CsvAsync(rows, context.Response.Body, context.RequestAborted) : Export.ParquetAsync(rows, context.Response.Body, context.RequestAborted));
    }

    static Period PeriodOf(HttpContext context, HouseView view, int mostDays)
    {
        QueryValues query = new(context);
        Block until = query.Block("until") ?? Block.At(view.Time.GetUtcNow()).Plus(1);
        Block since = query.Block("since") ?? until.Plus(-UsualDays * Block.PerDay);
        return until.Id - since.Id is > 0 and var blocks && blocks <= mostDays * Block.PerDay
            ? new(since, until)
            : throw new ApiException(StatusCodes.Status400BadRequest, $"The period has {until.Id - since.Id} blocks; allowed are 1 to {mostDays * Block.PerDay} ({mostDays} days). Ask for it in parts.");
    }
}
