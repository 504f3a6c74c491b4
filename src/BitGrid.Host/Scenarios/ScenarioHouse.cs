using System.Globalization;
using BitGrid.Engine;
using BitGrid.Engine.Intake;
using BitGrid.Engine.Replay;

namespace BitGrid.Host.Scenarios;

/// <summary>
/// The first load of a house in a scenario: readings go through the intake, the engine decides with what the rules remember, and
/// the load does as it is told. What a table does not mention is an ordinary sunny hour, good for mining.
/// </summary>
internal sealed class ScenarioHouse(SiteProfile site, DecisionEngine engine, ScenarioValues values, Scenario scenario)
{
    const double HouseW = 500;
    const int ForecastBlocks = 6;

    static readonly (Reading Reading, double Value)[] Ordinary =
    [
        (Reading.HouseLoadW, HouseW), (Reading.BatteryPowerW, 0), (Reading.BatterySocPct, 80), (Reading.PriceCtKwh, 5),
        (Reading.FeedInCtKwh, 4), (Reading.HashpriceSatsThsDay, 120), (Reading.BtcPriceEur, 92_000),
        (Reading.MinerTempC, 55), (Reading.MinerHeartbeatAgeS, 5),
    ];

    readonly StateIntake _intake = new(site);
    readonly LoadProfile _load = site.Loads[0];
    LoadMemory _memory = engine.NoMemory;
    LoadStatus _status = scenario.BeginsRunning ? new(true, 1, LoadStatus.LongSince) : LoadStatus.Off;
    ManualOverride? _wish;

    /// <summary>Decides in one block of a row.</summary>
    /// <param name="step">The row.</param>
    /// <param name="block">The block, counted from the scenario's start.</param>
    /// <param name="passed">Blocks that passed since the decision before; 0 between two ticks.</param>
    public DecisionRecord Decide(ScenarioStep step, int block, int passed)
    {
        RawRow raw = Raw(step, Block.At(scenario.Start).Plus(block));
        List<ReplayRow> rows = [];
        _intake.Accept([raw], rows, []);
        _wish = Wish(step, raw.Block) ?? _wish;
        _status = _status.After(passed);
        Situation situation = new(site, _load, rows[0].State, rows[0].Readings, _status, rows[0].State.SurplusW, _wish);
        Decision decision = engine.Decide(situation, _memory, Trigger(step));
        (_memory, _status) = (decision.NextMemory, decision.NewStatus);
        return engine.Describe(decision);
    }

    RawRow Raw(ScenarioStep step, Block block)
    {
        RawRow raw = new() { Block = block, Recorded = _status };
        foreach ((Reading reading, double value) in Ordinary)
            raw[reading] = value;
        raw[Reading.MinerPowerW] = _load.PowerAt(_status.Level);
        double surplusKw = Given(step, ScenarioColumns.SurplusKw) ? values.Of(scenario, step, ScenarioColumns.SurplusKw) ?? double.NaN : values.Find("start_kw")!.Value + 0.5;
        raw[Reading.HouseLoadW] = HouseW - Math.Min(0, (surplusKw * 1000) + HouseW);
        raw[Reading.PvPowerW] = raw[Reading.HouseLoadW] + (surplusKw * 1000);
        raw[Reading.GridPowerW] = _load.PowerAt(_status.Level) - (surplusKw * 1000);
        foreach (string name in ReadingNames.All.Where(name => Given(step, name)))
            raw[(Reading)ReadingNames.All.IndexOf(name)] = values.Of(scenario, step, name);
        if (Given(step, ScenarioColumns.ForecastKw) && values.Of(scenario, step, ScenarioColumns.ForecastKw) is { } forecastKw)
            raw.ForecastSurplusW = [.. Enumerable.Repeat(forecastKw * 1000, ForecastBlocks)];
        raw.Stale = [.. Words(step[ScenarioColumns.Stale])];
        raw.Quality = raw.Stale.IsEmpty ? DataQuality.Ok : DataQuality.Degraded;
        return raw;
    }

    static bool Given(ScenarioStep step, string column) => step[column].Length > 0;

    DecisionTrigger Trigger(ScenarioStep step) => step[ScenarioColumns.Asked] switch
    {
        "message" => DecisionTrigger.SafetyAsync,
        "" => Given(step, ScenarioColumns.Wish) ? DecisionTrigger.Override : DecisionTrigger.BlockTick,
        var other => throw new ScenarioException(string.Create(CultureInfo.InvariantCulture, $"{scenario.File}:{step.Line}: asked by '{other}' is not known. Allowed: message, or nothing for the tick of a block. Correct it.")),
    };

    ManualOverride? Wish(ScenarioStep step, Block block)
    {
        if (!Given(step, ScenarioColumns.Wish))
            return null;
        string[] words = step[ScenarioColumns.Wish].Split(' ');
        if (words is not [("run" or "off") and var what, var text] || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int blocks) || blocks < 1)
            throw new ScenarioException(string.Create(CultureInfo.InvariantCulture, $"{scenario.File}:{step.Line}: wish '{step[ScenarioColumns.Wish]}' is not known. Allowed: 'run 2' or 'off 2', with the number of blocks. Correct it."));
        return new(what == "run", what == "run" ? 1 : 0, block, blocks);
    }

    static IEnumerable<string> Words(string cell) => cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
}
