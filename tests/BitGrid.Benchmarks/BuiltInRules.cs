using BitGrid.Engine;
using BitGrid.Policies;
using BitGrid.Rules.R1Profitability;
using BitGrid.Rules.R2Autarky;
using BitGrid.Rules.R3Safety;
using BitGrid.Rules.R4Forecast;
using BitGrid.Rules.R5Stability;

namespace BitGrid.Benchmarks;

internal static class BuiltInRules
{
    /// <summary>The engine as shipped: five rules with their defaults, policy hodl-first.</summary>
    public static DecisionEngine Engine() => new(
        [
            new("R1", RuleTier.Start, new R1ProfitabilityRule(new())),
            new("R2", RuleTier.Autarky, new R2AutarkyRule(new())),
            new("R3", RuleTier.Safety, new R3SafetyRule(new())),
            new("R4", RuleTier.Start, new R4ForecastRule(new())),
            new("R5", RuleTier.Stability, new R5StabilityRule(new())),
        ],
        new("hodl-first", new HodlFirstPolicy(new())));
}
