using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;

namespace BitGrid.Architecture.Tests;

/// <summary>What types look like: sealed, small, immutable.</summary>
public sealed class ShapeTests
{
    // Name and reason. The list may only shrink.
    static readonly Dictionary<string, string> NotSealed = new(StringComparer.Ordinal)
    {
        ["BitGrid.Policies.PolicyOptions"] = "what all built-in policies share; AdaptiveOptions adds to it",
    };

    [Fact]
    public void Classes_are_sealed()
    {
        // What Razor makes of a page cannot be sealed.
        Type[] classes = [.. Code.TypesOf(Code.All).Where(type => type is { IsClass: true, IsAbstract: false } && !typeof(ComponentBase).IsAssignableFrom(type) && type.Name != "_Imports")];
        Code.EnsureEnough(classes, 60);

        string[] open = [.. classes.Where(type => !type.IsSealed).Select(type => type.FullName!).Order(StringComparer.Ordinal)];
        Assert.Empty(open.Except(NotSealed.Keys));
        Assert.Empty(NotSealed.Keys.Except(open));
    }

    [Fact]
    public void Contracts_have_one_to_three_members()
    {
        Type[] contracts = [.. Code.Abstractions.GetExportedTypes().Where(type => type.IsInterface)];
        Code.EnsureEnough(contracts, 2);

        Assert.All(contracts, contract => Assert.InRange(contract.GetMembers().Count(member => member is not MethodInfo { IsSpecialName: true }), 1, 3));
    }

    [Fact]
    public void Abstractions_stay_small() => Assert.InRange(Code.Abstractions.GetExportedTypes().Length, 20, 59);

    [Fact]
    public void The_test_kit_stays_small() => Assert.InRange(Code.Testing.GetExportedTypes().Length, 1, 8);

    [Fact]
    public void The_domain_model_cannot_be_changed()
    {
        Type[] model = [.. Code.TypesOf(Code.Abstractions).Concat(Code.TypesOf([Code.Rules, Code.Policies, .. Code.Devices]).Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal)))];
        Code.EnsureEnough(model, 40);

        Assert.Empty(model.SelectMany(type => type.GetProperties(Everything)).Where(IsSettable).Select(Name));
        Assert.Empty(model.Where(type => !type.IsEnum).SelectMany(type => type.GetFields(Everything)).Where(field => field is { IsInitOnly: false, IsLiteral: false }).Select(Name));
    }

    [Fact]
    public void Value_types_are_read_only() =>
        Assert.Empty(Code.TypesOf([Code.Abstractions, Code.Rules, Code.Policies, Code.Simulation, .. Code.Devices])
            .Where(type => type is { IsValueType: true, IsEnum: false } && !type.IsDefined(typeof(IsReadOnlyAttribute))).Select(type => type.FullName));

    [Fact]
    public void Rules_and_policies_keep_no_field_that_changes()
    {
        Type[] plugins = [.. Code.TypesOf(Code.All).Where(type => type is { IsClass: true, IsAbstract: false } && type.Name != "BudgetedRule" && (typeof(IRule).IsAssignableFrom(type) || typeof(IPolicy).IsAssignableFrom(type)))];
        Code.EnsureEnough(plugins, 11);

        // BudgetedRule is the host's watch over a rule, not a rule: once a rule overran, it remembers that.
        // A parameter of a primary constructor is a field that cannot be marked read-only; it is found by its name.
        Assert.Empty(plugins.SelectMany(type => type.GetFields(Everything))
            .Where(field => field is { IsInitOnly: false, IsLiteral: false } && !field.Name.EndsWith(">P", StringComparison.Ordinal)).Select(Name));
    }

    const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static bool IsSettable(PropertyInfo property) =>
        property.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    static string Name(MemberInfo member) => $"{member.DeclaringType!.FullName}.{member.Name}";
}
