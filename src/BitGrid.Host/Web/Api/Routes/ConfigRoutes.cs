using System.Collections.Immutable;
using System.Text;
using BitGrid.Host.Configuration;
using BitGrid.Host.History;
using BitGrid.Host.Service;
using BitGrid.Host.Store;
using BitGrid.Host.Web.Api.Documents;
using BitGrid.Host.Web.Security;
using BitGrid.Host.Web.View;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BitGrid.Host.Web.Api.Routes;

/// <summary>The configuration: what is in force, what was, and the one setting that can be changed from outside.</summary>
internal static class ConfigRoutes
{
    static readonly string[] Levels = [.. Enum.GetNames<AutonomyLevel>().Select(name => name.ToLowerInvariant())];

    public static void MapConfig(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/config", (HouseView view) => new Tagged<ConfigDocument>(new(view.Configuration.ConfigHash, [.. view.Configuration.Settings.Select(SettingDocument.Of)])))
            .Answers<ConfigDocument>("GetConfig", "Every setting in force, with its file and line.").Takes();
        routes.MapGet("/config/history", (HouseView view) => new Tagged<ConfigHistoryDocument>(History(view)))
            .Answers<ConfigHistoryDocument>("GetConfigHistory", "Every configuration that was ever in force, and how each differs from the one before.").Takes().RequireRateLimiting(Limits.Disk);
        routes.MapPut("/autonomy", SetAutonomy)
            .Answers<AutonomyDocument>("SetAutonomy", "Changes how much BitGrid does by itself: full, semi (starts are proposed) or manual (only safety acts). It is written into config.yaml.")
            .Takes().MayRefuse(StatusCodes.Status409Conflict)
            .RequireAuthorization(SecurityParts.Control).RequireRateLimiting(Limits.Control);
    }

    static ConfigHistoryDocument History(HouseView view)
    {
        IReadOnlyList<ConfigVersion> versions = new Timeline(Recordings.DataFolder.DatabaseIn(view.Request.Data)).Configs();
        return new([.. versions.Select((version, i) => new ConfigVersionDocument(
            version.Hash, version.Time.UtcDateTime, i + 1 < versions.Count ? Changes(versions[i + 1], version) : []))]);
    }

    static ImmutableArray<FileChange> Changes(ConfigVersion before, ConfigVersion after) =>
    [
        .. from file in before.Files.Keys.Union(after.Files.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
           let lines = LineDiff.Of(Text(before, file), Text(after, file)).Select(line => new LineChange(line.Came ? "+" : "-", line.Line, line.Text)).ToImmutableArray()
           where !lines.IsEmpty
           select new FileChange(file, lines),
    ];

    static string Text(ConfigVersion version, string file) => version.Files.TryGetValue(file, out byte[]? content) ? Encoding.UTF8.GetString(content) : "";

    static AutonomyDocument SetAutonomy(HttpContext context, AutonomyWish wish, RunningHouse house, AuditTrail audit)
    {
        if (!Levels.Contains(wish.Autonomy, StringComparer.Ordinal))
            throw new ApiException(StatusCodes.Status400BadRequest, $"autonomy: {Printable.Text(wish.Autonomy)}; allowed are {string.Join(", ", Levels)}.");
        string? refusal = house.SetAutonomy(Enum.Parse<AutonomyLevel>(wish.Autonomy, ignoreCase: true));
        audit.Note(context, "autonomy", "", wish.Autonomy, refusal);
        return refusal is null
            ? new(wish.Autonomy, house.ConfigHash)
            : throw new ApiException(StatusCodes.Status409Conflict, refusal);
    }
}
