using System.Globalization;
using BitGrid.Host.Configuration;

namespace BitGrid.Host.Scenarios;

/// <summary>
/// The numbers in a table: plain ones, and those relative to the house's own settings, such as <c>R1.surplus_min_kw + 0.2</c>. That
/// is how a scenario fits every sensible house, while what must hold everywhere is a plain number.
/// </summary>
internal sealed class ScenarioValues(SiteConfiguration house)
{
    /// <summary>The surplus with which the first load can start, kW: it must please R1 and carry the lowest level.</summary>
    const string StartKw = "start_kw";

    /// <summary>The power of the first load's highest level, kW.</summary>
    const string TopKw = "top_kw";

    readonly Dictionary<string, string> _settings = house.Settings
        .Where(setting => setting.Key.StartsWith("rules.", StringComparison.Ordinal))
        .ToDictionary(setting => setting.Key["rules.".Length..], setting => setting.Value, StringComparer.Ordinal);

    /// <summary>A number by name; <see langword="null"/> when the house does not have it.</summary>
    public double? Find(string name)
    {
        if (name == StartKw)
            return Math.Max(Find("R1.surplus_min_kw") ?? 0, house.Site.Loads[0].PowerAt(1) / 1000);
        if (name == TopKw)
            return house.Site.Loads[0].PowerAt(house.Site.Loads[0].TopLevel) / 1000;
        return double.TryParse(_settings.GetValueOrDefault(name), CultureInfo.InvariantCulture, out double value) ? value : null;
    }

    /// <summary>The number in a cell; <see langword="null"/> for a missing reading.</summary>
    /// <exception cref="ScenarioException">It is neither a number nor a sum of a known name and numbers.</exception>
    public double? Of(Scenario scenario, ScenarioStep step, string column)
    {
        string cell = step[column];
        if (cell == "?")
            return null;
        string[] parts = cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        double? sum = parts.Length % 2 == 1 ? Term(parts[0]) : null;
        for (int i = 1; i < parts.Length - 1 && sum is not null; i += 2)
            sum = parts[i] switch { "+" => sum + Term(parts[i + 1]), "-" => sum - Term(parts[i + 1]), _ => null };
        return sum ?? throw new ScenarioException(string.Create(CultureInfo.InvariantCulture,
            $"{scenario.File}:{step.Line}: {column} = '{cell}' is no number in this house. Allowed: 1.5, ?, or a sum with spaces such as 'R1.surplus_min_kw + 0.2' or 'start_kw - 1'. Correct it, or say '- needs: …' for a setting that not every house has."));
    }

    double? Term(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out double number) ? number : Find(text);
}
