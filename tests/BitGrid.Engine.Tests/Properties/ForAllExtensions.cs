using CsCheck;

namespace BitGrid.Engine.Tests.Properties;

/// <summary>
/// Checks a property: over the same 200 cases in every ordinary run, so that a red test is always a change of the code's, and
/// over 2,000 new ones, shrunk to the smallest that fails, when <c>BITGRID_LONG</c> is 1.
/// </summary>
internal static class ForAllExtensions
{
    const int SameCases = 200;
    const int NewCases = 2_000;
    const ulong Seed = 20_250_601;

    public static void ForAll<T>(this Gen<T> cases, Action<T> property)
    {
        if (Environment.GetEnvironmentVariable("BITGRID_LONG") == "1")
            cases.Sample(property, iter: NewCases);
        else
            Parallel.For(0, SameCases, stream => property(cases.Generate(new PCG((uint)stream, Seed), min: null, out _)));
    }

    public static void ForAll<T1, T2>(this Gen<(T1, T2)> cases, Action<T1, T2> property) =>
        cases.ForAll(pair => property(pair.Item1, pair.Item2));
}
