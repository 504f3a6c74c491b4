using System.Collections.Immutable;
using System.Globalization;

namespace BitGrid.Host.Gate;

/// <summary>Tells decisions that differ, by what is behind them. They fail until somebody says that they are intended.</summary>
internal static class ChangeJudge
{
    const int MostBeginningsTold = 4;

    /// <summary>One finding for each area behind the changes.</summary>
    public static IEnumerable<GateFinding> Judge(DecisionChanges changes, ImmutableArray<SettingChange> settings) =>
        from area in changes.Episodes.GroupBy(episode => episode.Area, StringComparer.OrdinalIgnoreCase)
        orderby area.Key
        select Finding(area.Key, [.. area], [.. settings.Where(setting => string.Equals(setting.Area, area.Key, StringComparison.OrdinalIgnoreCase))]);

    /// <summary>One finding for each load whose decisions cannot be compared, because only one side has taken them.</summary>
    public static IEnumerable<GateFinding> JudgeLoads(Replayed before, Replayed after)
    {
        Dictionary<string, int> now = Blocks(before);
        Dictionary<string, int> then = Blocks(after);
        return from load in now.Keys.Union(then.Keys).Order(StringComparer.Ordinal)
               let was = now.GetValueOrDefault(load)
               let becomes = then.GetValueOrDefault(load)
               where was != becomes
               select new GateFinding(FindingKind.Change, $"load:{load}", $"both decide about {load} in every block", GateVerdict.Failed,
                   string.Create(CultureInfo.InvariantCulture, $"now {Count(was, "block is", "blocks are")} decided about, with the candidate {becomes}; what only one of them decides cannot be compared."));
    }

    static Dictionary<string, int> Blocks(Replayed replayed) => replayed.Outcomes.CountBy(outcome => outcome.LoadId).ToDictionary(StringComparer.Ordinal);

    static GateFinding Finding(string area, Episode[] episodes, ImmutableArray<SettingChange> settings)
    {
        int days = episodes.Select(episode => episode.Date).Distinct().Count();
        string title = string.Create(CultureInfo.InvariantCulture, $"decisions that differ: {Count(episodes.Length, "stretch", "stretches")} with {Count(episodes.Sum(episode => episode.Blocks), "block", "blocks")} on {Count(days, "day", "days")}");
        return new(FindingKind.Change, area, title, GateVerdict.Failed, $"{Beginnings(episodes)}. {Example(episodes[0])}{(settings.IsEmpty ? "" : $" Behind it: {string.Join(", ", settings)}.")}")
        {
            Days = [.. episodes.GroupBy(episode => episode.Date).Select(day => new DayValue(day.Key, 0, day.Sum(episode => episode.Blocks))).OrderByDescending(day => day.After).ThenBy(day => day.Date)],
            Settings = settings,
        };
    }

    static string Beginnings(Episode[] episodes)
    {
        IGrouping<(string, string), Episode>[] beginnings = [.. episodes.GroupBy(episode => (episode.Before.ReasonCode, episode.After.ReasonCode)).OrderByDescending(beginning => beginning.Count())];
        string told = string.Join(", ", beginnings.Take(MostBeginningsTold).Select(beginning => string.Create(CultureInfo.InvariantCulture, $"{beginning.Key.Item1} becomes {beginning.Key.Item2} ({beginning.Count()}×)")));
        return beginnings.Length <= MostBeginningsTold ? told : $"{told}, and others";
    }

    static string Example(Episode episode) => string.Create(CultureInfo.InvariantCulture,
        $"First on {episode.Before.Block.WindowStart:yyyy-MM-dd HH:mm} UTC, {episode.Before.LoadId}: now “{episode.Before.Sentence}”, then “{episode.After.Sentence}”");

    static string Count(int number, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");
}
