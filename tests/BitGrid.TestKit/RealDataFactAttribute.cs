using Xunit;

namespace BitGrid.TestKit;

/// <summary>A test that needs measured data sets; it is skipped, with the reason, where one of them is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealDataFactAttribute : FactAttribute
{
    /// <summary>Marks a test that reads <paramref name="dataSets"/>, the names of folders known to <see cref="RealData"/>.</summary>
    public RealDataFactAttribute(params string[] dataSets)
    {
        DataSets = dataSets;
        Skip = RealData.WhyAbsent(dataSets);
    }

    /// <summary>The folders the test reads.</summary>
    public IReadOnlyList<string> DataSets { get; }
}
