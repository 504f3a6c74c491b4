using System.Reflection;
using BitGrid.TestKit;

namespace BitGrid.Architecture.Tests;

/// <summary>Dependency arrows: Abstractions ← Engine, Testing and plugins; Simulation ← host and the simulated house; the host knows no plugin.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void Abstractions_need_nothing_but_the_framework() => Assert.Empty(Foreign(Code.Abstractions));

    [Fact]
    public void The_engine_knows_only_the_abstractions() => Assert.Equal(["BitGrid.Abstractions"], Foreign(Code.Engine));

    [Fact]
    public void The_test_kit_for_authors_knows_only_the_abstractions() => Assert.Equal(["BitGrid.Abstractions"], Foreign(Code.Testing));

    [Fact]
    public void Plugins_know_only_the_abstractions()
    {
        Assert.Equal(["BitGrid.Abstractions"], Foreign(Code.Rules));
        Assert.Equal(["BitGrid.Abstractions"], Foreign(Code.Policies));
        Assert.All(Code.Devices.Except([Code.SimulatedHouse]), plugin => Assert.Equal(["BitGrid.Abstractions"], Foreign(plugin)));
        Assert.Equal(["BitGrid.Abstractions", "BitGrid.Simulation"], Foreign(Code.SimulatedHouse));
    }

    [Fact]
    public void The_models_of_the_simulation_need_nothing_but_the_framework() => Assert.Empty(Foreign(Code.Simulation));

    [Fact]
    public void The_launcher_knows_only_what_it_agrees_on_with_the_host()
    {
        Assert.Equal(["BitGrid.Boot"], Foreign(Code.Launcher));
        Assert.Empty(Foreign(Code.Boot));
    }

    [Fact]
    public void The_host_knows_engine_models_abstractions_and_boot_and_no_plugin()
    {
        Assert.Empty(Foreign(Code.Host).Where(name => name.StartsWith("BitGrid", StringComparison.Ordinal)).Except(["BitGrid.Abstractions", "BitGrid.Boot", "BitGrid.Engine", "BitGrid.Simulation"]));
        Assert.DoesNotContain("plugins/", File.ReadAllText(RepositoryRoot.PathTo("src/BitGrid.Host/BitGrid.Host.csproj")), StringComparison.Ordinal);
    }

    static string[] Foreign(Assembly assembly) =>
    [
        .. assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("System" or "netstandard" or "mscorlib" or "Microsoft.Win32.Primitives"))
            .Order(StringComparer.Ordinal),
    ];
}
