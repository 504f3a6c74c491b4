using BitGrid.Engine.Replay;
using RulesEngine.Models;

namespace BitGrid.Benchmarks;

/// <summary>
/// The same decisions by Microsoft's RulesEngine: each rule's conditions as one expression of a workflow, all of them executed in
/// every block; latches, arbitration and levels, for which it has no notion, in plain code around it.
/// </summary>
internal sealed class MicrosoftRulesEngine
{
    static readonly (string Name, string Expression)[] Expressions =
    [
        ("R3.Hot", "s.TempC >= 85 || (s.Hot && s.TempC > 75)"),
        ("R3.Silent", "s.Running && s.HeartbeatAgeS > 60"),
        ("R3.Throttle", "s.Running && s.TempC >= 83"),
        ("R2.Low", "(s.Low || s.SocPct <= 35) && s.SocPct < 45"),
        ("R2.Import", "s.GridPowerW > 500"),
        ("R5.Hold", "s.BlocksSinceChange < 3"),
        ("R1.Stop", "s.Running && (s.SurplusKw < 1.3 || s.PriceCtKwh > 19)"),
        ("R1.Hold", "!s.Running && s.PriceCtKwh > 18"),
        ("R1.Start", "!s.Running && s.SurplusKw >= 1.5"),
        ("R4.Hold", "!s.Running && s.Confidence >= 0.7 && s.MeanForecastKw < 1.2 - 0.3"),
        ("R4.Start", "!s.Running && s.Confidence >= 0.7 && s.MeanForecastKw >= 1.2"),
    ];

    readonly RulesEngine.RulesEngine _engine = new(
        [
            new Workflow
            {
                WorkflowName = "house",
                Rules = [.. Expressions.Select(rule => new Rule { RuleName = rule.Name, Expression = rule.Expression, RuleExpressionType = RuleExpressionType.LambdaExpression })],
            },
        ],
        new ReSettings { EnableExceptionAsErrorMessage = false });

    /// <summary>The load's level after each block.</summary>
    public async Task<int[]> Run(ReadOnlyMemory<ReplayRow> rows, LoadProfile load)
    {
        var levels = new int[rows.Length];
        int level = 0;
        int sinceChange = LoadStatus.LongSince;
        bool hot = true;
        bool low = true;
        for (int i = 0; i < rows.Length; i++)
        {
            ReplayRow row = rows.Span[i];
            sinceChange++;
            Facts facts = Facts.Of(row, level > 0, sinceChange, hot, low);
            HashSet<string> votes = [];
            foreach (RuleResultTree result in await _engine.ExecuteAllRulesAsync("house", new RuleParameter("s", facts)))
            {
                if (result.IsSuccess)
                    votes.Add(result.Rule.RuleName);
            }

            (hot, low) = (votes.Contains("R3.Hot"), votes.Contains("R2.Low"));
            int next = Arbitrate(votes, level, load, facts.SurplusKw * 1000);
            if (next > 0 != level > 0)
                sinceChange = 0;
            levels[i] = level = next;
        }

        return levels;
    }

    static int Arbitrate(HashSet<string> votes, int level, LoadProfile load, double surplusW)
    {
        bool throttled = votes.Contains("R3.Throttle") && !votes.Contains("R3.Hot");
        int limited = throttled ? Math.Max(1, level - 1) : level;
        if (votes.Contains("R3.Hot") || votes.Contains("R3.Silent") || votes.Contains("R2.Low") || votes.Contains("R2.Import"))
            return 0;
        if (votes.Contains("R5.Hold"))
            return limited;
        if (votes.Contains("R1.Stop"))
            return 0;
        if (throttled)
            return limited;
        if (level > 0)
            return new PolicyContext(new Situation { Load = load, SurplusW = surplusW, Status = new(true, level, 0) }).CarriedLevel;
        bool starts = !votes.Contains("R1.Hold") && !votes.Contains("R4.Hold") && (votes.Contains("R1.Start") || votes.Contains("R4.Start"));
        return starts ? new PolicyContext(new Situation { Load = load, SurplusW = surplusW }).CarriedLevel : 0;
    }

    /// <summary>What the expressions may name.</summary>
    public sealed record Facts(
        double SurplusKw, double PriceCtKwh, double SocPct, double GridPowerW, double TempC, double HeartbeatAgeS,
        double MeanForecastKw, double Confidence, bool Running, int BlocksSinceChange, bool Hot, bool Low)
    {
        internal static Facts Of(ReplayRow row, bool running, int sinceChange, bool hot, bool low)
        {
            EnergyState state = row.State;
            return new(
                state.SurplusW!.Value / 1000, state.PriceCtKwh!.Value, state.BatterySocPct!.Value, state.GridPowerW!.Value,
                row.Readings.TempC!.Value, row.Readings.HeartbeatAgeS!.Value,
                (state.ForecastSurplusW[0] + state.ForecastSurplusW[1] + state.ForecastSurplusW[2]) / 3 / 1000,
                state.ForecastConfidence!.Value, running, sinceChange, hot, low);
        }
    }
}
