using System.Collections.Immutable;
using System.Globalization;
using BitGrid.Host.Configuration.Settings;

namespace BitGrid.Host.Gate;

/// <summary>Holds the figures of a candidate against those of now and against the limits in force.</summary>
/// <param name="gates">The limits.</param>
/// <param name="changes">Decisions that differ.</param>
/// <param name="settings">Settings that differ.</param>
internal sealed class KpiJudge(GateSettings gates, DecisionChanges changes, ImmutableArray<SettingChange> settings)
{
    const double Rounding = 1e-9;
    const int MostDaysTold = 5;

    /// <summary>Judges one figure.</summary>
    public GateFinding Judge(GateKpi kpi, KpiSeries before, KpiSeries after)
    {
        GateLimit limit = kpi.Limit(gates);
        if (after.Period is not { } value)
            return Finding(kpi, before, after, limit, GateVerdict.NotJudged) with { Message = "it is not known" };
        double? worse = before.Period is { } now ? kpi.Worsening(now, value) : null;
        bool isWorse = worse is not <= Rounding;
        bool beyond = limit.Limit is { } most && kpi.Worsening(most, value) > Rounding;
        bool muchWorse = worse > limit.Worsening + Rounding;
        GateVerdict verdict = (beyond && isWorse) || muchWorse ? GateVerdict.Failed : beyond ? GateVerdict.AlreadyNow : GateVerdict.Passed;
        GateFinding finding = Finding(kpi, before, after, limit, verdict);
        return verdict switch
        {
            GateVerdict.Failed => Explained(kpi, finding, before, after),
            GateVerdict.AlreadyNow => finding with { Message = $"{kpi.Text(value)} is beyond the limit of {kpi.Text(limit.Limit)}, and so it is now ({kpi.Text(before.Period)})" },
            _ => finding,
        };
    }

    static GateFinding Finding(GateKpi kpi, KpiSeries before, KpiSeries after, GateLimit limit, GateVerdict verdict) => new(FindingKind.Kpi, kpi.Id, kpi.Title, verdict)
    {
        Before = kpi.Text(before.Period),
        After = kpi.Text(after.Period),
        Allowed = Allowed(kpi, limit),
        Days = [.. WorseDays(kpi, before, after)],
    };

    GateFinding Explained(GateKpi kpi, GateFinding finding, KpiSeries before, KpiSeries after)
    {
        ImmutableArray<SettingChange> behind = Behind([.. finding.Days.Select(day => day.Date)]);
        return finding with
        {
            Settings = behind,
            Message = $"{kpi.Text(after.Period)}, now {kpi.Text(before.Period)}; allowed: {finding.Allowed}. {Days(kpi, finding.Days)}{Behind(behind)}",
        };
    }

    static IEnumerable<DayValue> WorseDays(GateKpi kpi, KpiSeries before, KpiSeries after) =>
        from day in after.Days
        let now = before.Days.TryGetValue(day.Key, out double known) ? known : kpi.IsGood ? 100 : 0
        let worsening = kpi.Worsening(now, day.Value)
        where worsening > Rounding
        orderby worsening descending, day.Key
        select new DayValue(day.Key, now, day.Value);

    static string Days(GateKpi kpi, ImmutableArray<DayValue> days)
    {
        if (days.IsEmpty)
            return "";
        string told = string.Join(", ", days.Take(MostDaysTold).Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Date:yyyy-MM-dd} ({kpi.Text(day.After)}, now {kpi.Text(day.Before)})")));
        int more = days.Length - MostDaysTold;
        return $"Worse on {told}{(more <= 0 ? "" : more == 1 ? " and 1 more day" : string.Create(CultureInfo.InvariantCulture, $" and {more} more days"))}. ";
    }

    // The settings of the rules that decided otherwise on those days; all of them where that tells nothing.
    ImmutableArray<SettingChange> Behind(HashSet<DateOnly> days)
    {
        HashSet<string> areas = new(changes.Episodes.Where(episode => days.Contains(episode.Date)).Select(episode => episode.Area), StringComparer.OrdinalIgnoreCase);
        ImmutableArray<SettingChange> behind = [.. settings.Where(setting => areas.Contains(setting.Area))];
        return behind.IsEmpty ? settings : behind;
    }

    static string Behind(ImmutableArray<SettingChange> settings) => settings.IsEmpty
        ? "Behind it: the program or a plugin, for no setting differs."
        : $"Behind it: {string.Join(", ", settings)}.";

    static string Allowed(GateKpi kpi, GateLimit limit) => (limit.Limit, limit.Worsening) switch
    {
        (null, null) => "anything",
        ({ } most, null) => $"{Bound(kpi)} {kpi.Text(most)}",
        (null, { } worsening) => $"at most {kpi.Text(worsening)} worse",
        ({ } most, { } worsening) => $"{Bound(kpi)} {kpi.Text(most)}, and at most {kpi.Text(worsening)} worse",
    };

    static string Bound(GateKpi kpi) => kpi.IsGood ? "at least" : "at most";
}
