using System.Reflection;

namespace BitGrid.Host.Plugins;

/// <summary>What one plugin offers, or all of them together, checked for what the host needs to use it.</summary>
/// <param name="Rules">The rules, sorted by ordinal id.</param>
/// <param name="Policies">The policies, sorted by ordinal id.</param>
/// <param name="Devices">The drivers of devices, sorted by ordinal id.</param>
internal sealed record PluginOffers(IReadOnlyList<RuleOffer> Rules, IReadOnlyList<PolicyOffer> Policies, IReadOnlyList<DeviceOffer> Devices)
{
    public static PluginOffers None { get; } = new([], [], []);

    /// <summary>Ids that the engine's own guards vote under.</summary>
    public static IReadOnlyList<string> ReservedRuleIds { get; } = ["DATA", "OVERRIDE"];

    /// <summary>Finds the classes marked with <see cref="RuleAttribute"/>, <see cref="PolicyAttribute"/> or <see cref="DeviceAttribute"/>.</summary>
    /// <exception cref="PluginRejectedException">One of them cannot be used, or there is none.</exception>
    public static PluginOffers Of(string pluginId, IEnumerable<Type> types)
    {
        List<RuleOffer> rules = [];
        List<PolicyOffer> policies = [];
        List<DeviceOffer> devices = [];
        foreach (Type type in types)
        {
            if (type.GetCustomAttribute<RuleAttribute>() is { } rule)
                rules.Add(RuleOf(pluginId, type, rule));
            if (type.GetCustomAttribute<PolicyAttribute>() is { } policy)
                policies.Add(PolicyOf(pluginId, type, policy));
            if (type.GetCustomAttribute<DeviceAttribute>() is { } device)
                devices.Add(DeviceOf(pluginId, type, device));
        }

        if (rules.Count + policies.Count + devices.Count == 0)
            throw PluginRejectedException.Quarantined("It offers nothing. Mark a class that implements IRule with [Rule(\"my_rule\", RuleTier.Start)], one that implements IPolicy with [Policy(\"my-policy\")], or one that implements IDevice with [Device(\"my-driver\")].");
        CheckUnique("rule", rules.Select(rule => (rule.Id, rule.Type)));
        CheckUnique("policy", policies.Select(policy => (policy.Id, policy.Type)));
        CheckUnique("driver", devices.Select(device => (device.Driver, device.Type)));
        return new(
            [.. rules.OrderBy(rule => rule.Id, StringComparer.Ordinal)],
            [.. policies.OrderBy(policy => policy.Id, StringComparer.Ordinal)],
            [.. devices.OrderBy(device => device.Driver, StringComparer.Ordinal)]);
    }

    static RuleOffer RuleOf(string pluginId, Type type, RuleAttribute rule)
    {
        if (!IsRuleId(rule.Id))
            throw PluginRejectedException.Quarantined($"The class {type} has the rule id '{rule.Id}'. A rule id is a letter, then letters, digits or '_', for example quiet_hours.");
        if (ReservedRuleIds.Contains(rule.Id, StringComparer.Ordinal))
            throw PluginRejectedException.Quarantined($"The class {type} has the rule id '{rule.Id}', which is the engine's own. Give it another id in its [Rule] attribute.");
        if (!Enum.IsDefined(rule.Tier))
            throw PluginRejectedException.Quarantined($"The class {type} has the tier {(int)rule.Tier}. Allowed are {string.Join(", ", Enum.GetNames<RuleTier>())}.");
        return new(pluginId, rule.Id, rule.Tier, type, OptionsOf<IRule>(type));
    }

    static PolicyOffer PolicyOf(string pluginId, Type type, PolicyAttribute policy) =>
        IsKebab(policy.Id)
            ? new(pluginId, policy.Id, type, OptionsOf<IPolicy>(type))
            : throw PluginRejectedException.Quarantined($"The class {type} has the policy id '{policy.Id}'. A policy id is a lower case letter, then lower case letters, digits or '-', for example heat-first.");

    static DeviceOffer DeviceOf(string pluginId, Type type, DeviceAttribute device)
    {
        if (!IsKebab(device.Driver))
            throw PluginRejectedException.Quarantined($"The class {type} has the driver '{device.Driver}'. A driver is a lower case letter, then lower case letters, digits or '-', for example shelly-relay.");
        CheckContract<IDevice>(type);
        return ConstructorOf(type) is [{ ParameterType: var options }, { ParameterType: var context }] && IsRecordOfOptions(options) && context == typeof(DeviceContext)
            ? new(pluginId, device.Driver, type, options)
            : throw PluginRejectedException.Quarantined($"The class {type} needs exactly one public constructor, with two parameters: a record of options that has a constructor without parameters, and {nameof(DeviceContext)}.");
    }

    static Type? OptionsOf<TContract>(Type type)
    {
        CheckContract<TContract>(type);
        return ConstructorOf(type) switch
        {
            [] => null,
            [{ ParameterType: var options }] when IsRecordOfOptions(options) => options,
            _ => throw PluginRejectedException.Quarantined($"The class {type} needs exactly one public constructor, either without parameters or with one: a record of options that has a constructor without parameters."),
        };
    }

    static void CheckContract<TContract>(Type type)
    {
        if (type.IsAbstract || type.ContainsGenericParameters || !type.IsAssignableTo(typeof(TContract)))
            throw PluginRejectedException.Quarantined($"The class {type} is marked with [{typeof(TContract).Name[1..]}], so it must implement {typeof(TContract).Name} and be neither abstract nor generic.");
    }

    static ParameterInfo[]? ConstructorOf(Type type) => type.GetConstructors() is [var only] ? only.GetParameters() : null;

    static bool IsRecordOfOptions(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
        && type.GetConstructor(Type.EmptyTypes) is not null && type.Assembly != typeof(object).Assembly;

    static void CheckUnique(string kind, IEnumerable<(string Id, Type Type)> offers)
    {
        IGrouping<string, (string Id, Type Type)>? twins = offers.GroupBy(offer => offer.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        if (twins is not null)
            throw PluginRejectedException.Quarantined($"The classes {string.Join(" and ", twins.Select(twin => twin.Type))} both have the {kind} id '{twins.Key}'. Every {kind} needs an id of its own.");
    }

    static bool IsRuleId(string id) =>
        id.Length > 0 && char.IsAsciiLetter(id[0]) && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    static bool IsKebab(string id) =>
        id.Length > 0 && char.IsAsciiLetterLower(id[0]) && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
