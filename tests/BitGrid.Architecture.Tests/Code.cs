using System.Reflection;
using System.Runtime.CompilerServices;
using BitGrid.TestKit;

namespace BitGrid.Architecture.Tests;

/// <summary>The code the conventions speak of: assemblies as compiled, and files as written.</summary>
static class Code
{
    public static Assembly Abstractions { get; } = typeof(EnergyState).Assembly;

    public static Assembly Engine { get; } = typeof(Engine.DecisionEngine).Assembly;

    public static Assembly Testing { get; } = typeof(Testing.Some).Assembly;

    public static Assembly Rules { get; } = typeof(BitGrid.Rules.R1Profitability.R1ProfitabilityRule).Assembly;

    public static Assembly Policies { get; } = typeof(Policies.HodlFirstPolicy).Assembly;

    /// <summary>The built-in device plugins.</summary>
    public static Assembly[] Devices { get; } =
        [typeof(BitGrid.Devices.Mqtt.MqttLoad).Assembly, typeof(BitGrid.Devices.Shelly.ShellyRelay).Assembly, SimulatedHouse];

    public static Assembly SimulatedHouse => typeof(BitGrid.Devices.Simulated.SimulatedHouse).Assembly;

    public static Assembly Simulation { get; } = typeof(BitGrid.Simulation.HouseDay).Assembly;

    public static Assembly Host { get; } = Assembly.Load("bitgrid");

    public static Assembly Boot { get; } = Assembly.Load("BitGrid.Boot");

    public static Assembly Launcher { get; } = Assembly.Load("bitgrid-launcher");

    public static Assembly[] All { get; } = [Abstractions, Engine, Testing, Rules, Policies, .. Devices, Simulation, Boot, Launcher, Host];

    /// <summary>Types people wrote, not those the compiler adds.</summary>
    public static IEnumerable<Type> TypesOf(params IEnumerable<Assembly> assemblies) =>
        assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal) && !type.IsDefined(typeof(CompilerGeneratedAttribute)));

    /// <summary>Source files below folders of the repository, with their lines; paths relative to it.</summary>
    public static (string Path, string[] Lines)[] Files(params IEnumerable<string> folders) =>
    [
        .. folders.SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.PathTo(folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => (RepositoryRoot.Relative(file), File.ReadAllLines(file)))
            .OrderBy(file => file.Item1, StringComparer.Ordinal),
    ];

    /// <summary>A scan that suddenly finds little has lost its way, not its faults.</summary>
    public static void EnsureEnough<T>(IReadOnlyCollection<T> found, int atLeast) =>
        Assert.True(found.Count >= atLeast, $"The scan found only {found.Count} of at least {atLeast}: it no longer looks where the code is.");
}
