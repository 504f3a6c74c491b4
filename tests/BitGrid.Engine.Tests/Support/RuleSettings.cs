using BitGrid.Rules.R1Profitability;
using BitGrid.Rules.R2Autarky;
using BitGrid.Rules.R3Safety;
using BitGrid.Rules.R4Forecast;
using BitGrid.Rules.R5Stability;

namespace BitGrid.Engine.Tests.Support;

/// <summary>The settings of the built-in rules, all together.</summary>
sealed record RuleSettings
{
    public R1Options R1 { get; init; } = new();

    public R2Options R2 { get; init; } = new();

    public R3Options R3 { get; init; } = new();

    public R4Options R4 { get; init; } = new();

    public R5Options R5 { get; init; } = new();

    public RegisteredRule[] Rules() =>
    [
        new("R1", RuleTier.Start, new R1ProfitabilityRule(R1)),
        new("R2", RuleTier.Autarky, new R2AutarkyRule(R2)),
        new("R3", RuleTier.Safety, new R3SafetyRule(R3)),
        new("R4", RuleTier.Start, new R4ForecastRule(R4)),
        new("R5", RuleTier.Stability, new R5StabilityRule(R5)),
    ];
}
