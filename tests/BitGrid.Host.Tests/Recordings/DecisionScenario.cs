using System.Buffers;
using BitGrid.Engine;
using BitGrid.Engine.Replay;
using BitGrid.Host.Recordings.Output;

namespace BitGrid.Host.Tests.Recordings;

/// <summary>Real decisions of the real engine: one rule that starts the load at noon and stops it two hours later.</summary>
internal static class DecisionScenario
{
    static readonly Reason AtNoon = new("LUNCH_START", "it is noon", "es ist Mittag");
    static readonly Reason AfterNoon = new("LUNCH_STOP", "lunch, \"the meal\", is over", "das Mittagessen ist vorbei");
    static readonly Reason Any = new("ANY", "any path", "jeder Weg");
    static readonly Metric Hour = new("hour", "h", "hour", "Stunde");

    public static DecisionRow[] Day(double limit = 14, string configHash = "ab12")
    {
        DecisionEngine engine = new(
            [new RegisteredRule("LUNCH", RuleTier.Start, new LunchRule(limit))],
            new RegisteredPolicy("always", new AlwaysPolicy()),
            new EngineSettings { EngineVersion = "1.0.0" });
        IEnumerable<ReplayRow> rows = Enumerable.Range(0, 24).Select(i => new Block(RecordingScenario.Noon - 6 + i)).Select(block => new ReplayRow(
            new EnergyState { Block = block, Time = block.WindowStart, PvPowerW = 3000, HouseLoadW = 300, GridPowerW = 0, BatterySocPct = 50, ConfigHash = configHash },
            LoadId: null,
            LoadReadings.None,
            Recorded: null));
        return [.. new Replayer(engine, RecordingScenario.Site).Run(rows).SelectMany(decisions => decisions).Select(decision => engine.Describe(decision)).Select(Row)];
    }

    static DecisionRow Row(DecisionRecord record)
    {
        ArrayBufferWriter<byte> line = new();
        DecisionLine.Write(line, record);
        return new(record, line.WrittenMemory);
    }

    sealed class LunchRule(double limit) : IRule
    {
        public Vote Evaluate(in RuleContext context)
        {
            bool isEarly = context.LocalTime.Hour < 12;
            bool isLunch = context.Below(Hour, context.LocalTime.Hour, limit);
            return isEarly ? Vote.Abstain(Any) : isLunch ? Vote.Start(AtNoon) : Vote.Stop(AfterNoon);
        }
    }

    sealed class AlwaysPolicy : IPolicy
    {
        public PathChoice Choose(in PolicyContext context) => new(EnergyPath.Hodl, new(8.1, null, 12.5, 100), Any, Any, Any, TargetLevel: 1);
    }
}
