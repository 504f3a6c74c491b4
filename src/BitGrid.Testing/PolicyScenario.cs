using System.Globalization;
using System.Reflection;

namespace BitGrid.Testing;

/// <summary>
/// A table that asks one policy in consecutive blocks:
/// <c>PolicyScenario.For(policy).When("the buffer is full", Some.State(heatTempC: 60)).Prefers(EnergyPath.Hodl, "PATH_PREFERRED", level: 3).Verify()</c>.
/// </summary>
public sealed class PolicyScenario
{
    readonly IPolicy _policy;
    readonly SiteProfile _site;
    readonly LoadProfile _load;
    readonly Timeline _timeline = new();
    readonly ScenarioTable _table;
    readonly Dictionary<ScenarioRow, List<Func<PathChoice, string>>> _expectations = [];

    PolicyScenario(IPolicy policy, SiteProfile site, LoadProfile load)
    {
        (_policy, _site, _load) = (policy, site, load);
        _table = new(policy.GetType().GetCustomAttribute<PolicyAttribute>()?.Id ?? policy.GetType().Name);
    }

    /// <summary>Begins a table.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="site">The house; one with only <paramref name="load"/> when left out.</param>
    /// <param name="load">The load; the site's first when left out.</param>
    public static PolicyScenario For(IPolicy policy, SiteProfile? site = null, LoadProfile? load = null)
    {
        load ??= site?.Loads[0] ?? Some.Load();
        return new(policy, site ?? Some.Site([load]), load);
    }

    /// <summary>Lets the next row happen in the block that holds an instant.</summary>
    /// <exception cref="ArgumentException">A row before it is later.</exception>
    public PolicyScenario At(DateTimeOffset instant)
    {
        _timeline.MoveTo(instant);
        return this;
    }

    /// <summary>Adds a row: the next block.</summary>
    /// <param name="story">What is special about the block, for the message.</param>
    /// <param name="state">Readings of the site, stamped with the row's block; <see cref="Some.State"/> when left out.</param>
    /// <param name="status">What the load does; off when left out.</param>
    public PolicyScenario When(string story, EnergyState? state = null, LoadStatus? status = null)
    {
        _table.Add(story, Some.Situation(_timeline.Stamp(state ?? Some.State()), status: status, site: _site, load: _load));
        return this;
    }

    /// <summary>Expects a path to be taken.</summary>
    /// <param name="path">The path.</param>
    /// <param name="reasonCode">Why it is taken.</param>
    /// <param name="level">The target level of the load; 0 when the path is not the load's own.</param>
    public PolicyScenario Prefers(EnergyPath path, string reasonCode, int level) =>
        Expect(string.Create(CultureInfo.InvariantCulture, $"{path} level {level} {reasonCode}"),
            choice => string.Create(CultureInfo.InvariantCulture, $"{choice.Preferred} level {choice.TargetLevel} {choice.ReasonFor(choice.Preferred)}"));

    /// <summary>Expects a path to be rejected.</summary>
    /// <param name="path">The path.</param>
    /// <param name="reasonCode">Why it is rejected.</param>
    public PolicyScenario Rejects(EnergyPath path, string reasonCode) =>
        Expect($"not {path} {reasonCode}", choice => $"{(choice.Preferred == path ? "" : "not ")}{path} {choice.ReasonFor(path)}");

    /// <summary>Expects values, ct/kWh, compared to a millionth; <see langword="null"/> for an unknown one.</summary>
    public PolicyScenario Values(double? exportCtKwh, double? heatCtKwh, double? hodlCtKwh)
    {
        return Expect(Text(exportCtKwh, heatCtKwh, hodlCtKwh),
            choice => Text(choice.Values.ExportCtKwh, choice.Values.HeatCtKwh, choice.Values.HodlCtKwh));

        static string Text(double? export, double? heat, double? hodl) =>
            $"export {Number(export)} heat {Number(heat)} hodl {Number(hodl)}";

        static string Number(double? ctKwh) => ctKwh?.ToString("0.######", CultureInfo.InvariantCulture) ?? "?";
    }

    /// <summary>Runs the table.</summary>
    /// <exception cref="ScenarioFailedException">A row differs; the message shows the whole table.</exception>
    /// <exception cref="InvalidOperationException">The table expects nothing.</exception>
    public void Verify()
    {
        _table.EnsureSomethingIsExpected();
        foreach (ScenarioRow row in _table.Rows)
            Run(row);
        _table.ThrowIfAnyDiffers();
    }

    PolicyScenario Expect(string expected, Func<PathChoice, string> actual)
    {
        ScenarioRow row = _table.Last;
        row.Expected = row.Expected == ScenarioRow.Anything ? expected : $"{row.Expected}; {expected}";
        if (!_expectations.TryGetValue(row, out List<Func<PathChoice, string>>? list))
            _expectations[row] = list = [];
        list.Add(actual);
        return this;
    }

    void Run(ScenarioRow row)
    {
        Situation situation = row.Situation;
        try
        {
            PathChoice choice = _policy.Choose(new PolicyContext(situation));
            row.Actual = _expectations.TryGetValue(row, out List<Func<PathChoice, string>>? actual)
                ? string.Join("; ", actual.Select(part => part(choice)))
                : $"{choice.Preferred}";
            row.Differs = row.Expected != ScenarioRow.Anything && row.Expected != row.Actual;
        }
#pragma warning disable CA1031 // Whatever the policy throws belongs into its row of the table.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            row.Actual = $"threw {exception.GetType().Name}";
            row.Differs = true;
            row.Details.Add(exception.Message);
        }
    }
}
