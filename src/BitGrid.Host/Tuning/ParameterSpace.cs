using System.Collections.Immutable;
using BitGrid.Simulation;

namespace BitGrid.Host.Tuning;

/// <summary>Every combination of the values of some parameters. The last parameter changes fastest.</summary>
/// <param name="parameters">The parameters, each with another key.</param>
internal sealed class ParameterSpace(IReadOnlyList<Parameter> parameters)
{
    /// <summary>Most points that are tried in one run.</summary>
    public const int MostPoints = 100_000;

    /// <summary>The parameters.</summary>
    public IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>Number of combinations; <see cref="double"/> because it may be astronomical.</summary>
    public double Count => parameters.Aggregate(1.0, (count, parameter) => count * parameter.Values.Length);

    /// <summary>All combinations, or some that a seed picks.</summary>
    /// <param name="random">How many to pick; <see langword="null"/> for all. More than there are means all.</param>
    /// <param name="seed">Decides which.</param>
    public IReadOnlyList<ImmutableArray<string>> Points(int? random, ulong seed) => random < Count
        ? [.. Picked(random.Value, new Chance(seed, "tune")).Order(PointOrder).Select(Values)]
        : [.. Enumerable.Range(0, (int)Count).Select(number => Values(Digits(number)))];

    static IComparer<ImmutableArray<int>> PointOrder { get; } = Comparer<ImmutableArray<int>>.Create((one, other) => one.AsSpan().SequenceCompareTo(other.AsSpan()));

    HashSet<ImmutableArray<int>> Picked(int count, Chance chance)
    {
        HashSet<ImmutableArray<int>> picked = new(EqualityComparer<ImmutableArray<int>>.Create(
            (one, other) => one.AsSpan().SequenceEqual(other.AsSpan()), digits => digits.Aggregate(0, HashCode.Combine)));
        while (picked.Count < count)
            picked.Add([.. parameters.Select(parameter => (int)(chance.Unit() * parameter.Values.Length))]);
        return picked;
    }

    ImmutableArray<int> Digits(int number)
    {
        var digits = new int[parameters.Count];
        for (int i = digits.Length - 1; i >= 0; i--)
            (number, digits[i]) = Math.DivRem(number, parameters[i].Values.Length);
        return [.. digits];
    }

    ImmutableArray<string> Values(ImmutableArray<int> digits) => [.. parameters.Select((parameter, i) => parameter.Values[digits[i]])];
}
