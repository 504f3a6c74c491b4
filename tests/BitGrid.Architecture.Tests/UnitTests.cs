using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace BitGrid.Architecture.Tests;

/// <summary>Numbers carry their unit in their name.</summary>
public sealed class UnitTests
{
    // What a name may end in, and what it then means.
    static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["Kw"] = "kilowatt",
        ["W"] = "watt",
        ["Kwh"] = "kilowatt hour",
        ["CtKwh"] = "cent per kilowatt hour",
        ["Eur"] = "euro",
        ["Pct"] = "percent",
        ["C"] = "degree Celsius",
        ["S"] = "second",
        ["H"] = "hour of the day",
        ["Deg"] = "degree of arc",
        ["JTh"] = "joule per terahash",
        ["Ths"] = "terahash per second",
        ["SatsThsDay"] = "sats per terahash per second and day",
        ["SatsPerKwh"] = "sats per kilowatt hour",
        ["Hours"] = "hour",
        ["Seconds"] = "second",
        ["Blocks"] = "block of ten minutes",
        ["PerDay"] = "number in a day",
        ["Channel"] = "number of an output",
        ["Seed"] = "any number",
        ["Level"] = "number of a level",
        ["Confidence"] = "share, 0 to 1",
        ["Recovery"] = "share, 0 to 1",
        ["Preference"] = "factor",
    };

    // Numbers of any unit: what they mean is said by the metric or reading beside them, or by the indexer's argument.
    static readonly string[] OfAnyUnit = ["Condition.Actual", "Condition.Limit", "Measurement.Value", "RuleMemory.Item", "PathValues.Item"];

    [Fact]
    public void Every_numeric_option_ends_in_its_unit_and_has_a_description_and_a_range_that_holds_its_default()
    {
        PropertyInfo[] options =
        [
            .. Code.TypesOf([Code.Rules, Code.Policies, .. Code.Devices])
                .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) || type == typeof(Policies.QuietHours))
                .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)),
        ];
        Code.EnsureEnough(options, 20);
        Assert.Empty(options.Where(option => !option.IsDefined(typeof(DescriptionAttribute))).Select(Name));

        PropertyInfo[] numbers = [.. options.Where(option => IsNumber(option.PropertyType))];
        Code.EnsureEnough(numbers, 18);
        Assert.Empty(numbers.Where(option => !HasUnit(option)).Select(Name));
        Assert.All(numbers, option =>
        {
            RangeAttribute range = option.GetCustomAttribute<RangeAttribute>() ?? throw new InvalidOperationException($"{Name(option)} has no [Range].");
            object? value = option.GetValue(Activator.CreateInstance(option.DeclaringType!));
            if (value is not null)
            {
                Assert.InRange(
                    Convert.ToDouble(value, CultureInfo.InvariantCulture),
                    Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture),
                    Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture));
            }
        });
    }

    [Fact]
    public void Every_number_of_the_domain_ends_in_its_unit()
    {
        PropertyInfo[] numbers =
        [
            .. Code.Abstractions.GetExportedTypes().SelectMany(type => type.GetProperties())
                .Where(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(double)),
        ];
        Code.EnsureEnough(numbers, 30);

        Assert.Empty(numbers.Where(number => !HasUnit(number)).Select(Name).Except(OfAnyUnit));
    }

    [Fact]
    public void Every_metric_ends_in_its_unit()
    {
        Metric[] metrics = [.. typeof(Metrics).GetProperties().Select(property => (Metric)property.GetValue(null)!)];
        Code.EnsureEnough(metrics, 15);

        Assert.Equal(metrics.Length, metrics.Select(metric => metric.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(metrics, metric => Assert.Matches("^[a-z]+(_[a-z]+)*$", metric.Name));
        Assert.Empty(metrics.Where(metric => metric.Unit.Length > 0 && !EndsInUnit(metric)).Select(metric => $"{metric.Name} [{metric.Unit}]"));
    }

    static bool EndsInUnit(Metric metric) => metric.Unit switch
    {
        "%" => metric.Name.EndsWith("_pct", StringComparison.Ordinal),
        "°C" => metric.Name.EndsWith("_c", StringComparison.Ordinal),
        "ct" => metric.Name.EndsWith("_ct_kwh", StringComparison.Ordinal),
        "min" => metric.Name.EndsWith("_minute", StringComparison.Ordinal),
        _ => metric.Name.EndsWith("_" + metric.Unit.ToUpperInvariant(), StringComparison.OrdinalIgnoreCase),
    };

    static bool HasUnit(PropertyInfo property) => Units.Keys.Any(unit => property.Name.EndsWith(unit, StringComparison.Ordinal));

    static bool IsNumber(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain == typeof(double) || plain == typeof(int) || plain == typeof(long));

    static string Name(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";
}
