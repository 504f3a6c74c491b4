using BitGrid.Host.Configuration;

namespace BitGrid.Host.Scenarios;

/// <summary>What a house must have for a scenario to apply to it.</summary>
internal static class ScenarioNeeds
{
    const string Words = "battery, house_meter, miner, temperature, heartbeat, mining, levels, full, a rule such as R4, or a setting such as R1.price_max_ct_kwh";

    /// <summary>The first need that a house does not meet; <see langword="null"/> when it meets all.</summary>
    /// <exception cref="ScenarioException">A need is not known.</exception>
    public static string? Unmet(Scenario scenario, SiteConfiguration house) =>
        scenario.Needs.FirstOrDefault(need => !IsMet(scenario, need, house)) is { } unmet ? Sentence(unmet) : null;

    static bool IsMet(Scenario scenario, string need, SiteConfiguration house)
    {
        LoadProfile load = house.Site.Loads[0];
        return need switch
        {
            "battery" => house.Site.HasBattery,
            "house_meter" => house.Site.HasHouseMeter,
            "miner" => load.Kind == LoadKind.Miner,
            "temperature" => load.Temperature == TemperatureSensing.Always,
            "heartbeat" => load.Heartbeat,
            "levels" => load.TopLevel > 1,
            "mining" => load.Kind == LoadKind.Miner && house.Policy.Id is "hodl-first" or "adaptive",
            "full" => house.Autonomy == AutonomyLevel.Full,
            _ when need.Contains('.', StringComparison.Ordinal) => new ScenarioValues(house).Find(need) is not null,
            _ when need.All(char.IsAsciiLetterOrDigit) => house.Rules.Any(rule => rule.Id == need),
            _ => throw new ScenarioException($"{scenario.File}: the need '{need}' is not known. Allowed: {Words}. Correct the line '- needs:'."),
        };
    }

    static string Sentence(string need) => need switch
    {
        "battery" => "the house has no battery",
        "house_meter" => "the load of the house is not measured",
        "miner" => "the first load is no miner",
        "temperature" => "the first load does not always tell its temperature",
        "heartbeat" => "the first load proves its work by no heartbeat",
        "levels" => "the first load has one level only",
        "mining" => "the policy does not mine for its own sake",
        "full" => "the autonomy level leaves starts and stops to people",
        _ => $"{need} is switched off or not set",
    };
}
