using System.Reflection;
using BitGrid.Engine;
using BitGrid.Host.Plugins;

namespace BitGrid.Host.History;

/// <summary>
/// The reasons and metrics that records name by a code, with their sentences: those of the engine and of every loaded plugin.
/// A code of a plugin that is gone speaks for itself.
/// </summary>
internal sealed class Vocabulary
{
    const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    readonly Dictionary<string, Reason> _reasons;
    readonly Dictionary<string, Metric> _metrics;

    /// <param name="offers">What the plugins offer.</param>
    public Vocabulary(PluginOffers offers)
    {
        Assembly[] assemblies =
        [
            typeof(Metrics).Assembly, typeof(EngineReasons).Assembly,
            .. offers.Rules.Select(rule => rule.Type.Assembly).Concat(offers.Policies.Select(policy => policy.Type.Assembly)).Distinct(),
        ];
        FieldInfo[] fields =
        [
            .. assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => !type.ContainsGenericParameters).SelectMany(type => type.GetFields(Statics)),
        ];
        _reasons = Named<Reason>(fields, reason => reason.Code);
        _metrics = Named<Metric>(fields, metric => metric.Name);
    }

    /// <summary>The reason with a code.</summary>
    public Reason Reason(string code) => _reasons.GetValueOrDefault(code) ?? new(code, code, code);

    /// <summary>The metric with a name.</summary>
    /// <param name="name">Its name in records.</param>
    /// <param name="unit">Its unit as recorded.</param>
    public Metric Metric(string name, string unit) => _metrics.GetValueOrDefault(name) ?? new(name, unit, name, name, Decimals: 1);

    static Dictionary<string, T> Named<T>(FieldInfo[] fields, Func<T, string> name)
        where T : class =>
        fields.Where(field => field.FieldType == typeof(T)).Select(field => (T)field.GetValue(null)!).DistinctBy(name).ToDictionary(name);
}
