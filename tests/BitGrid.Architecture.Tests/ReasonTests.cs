using System.Reflection;
using BitGrid.Engine.Explanation;

namespace BitGrid.Architecture.Tests;

/// <summary>Every reason in the code, found by reflection: it can be said in both languages.</summary>
public sealed class ReasonTests
{
    const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    static readonly Reason[] Reasons = [.. StaticsOf<Reason>()];
    static readonly HashSet<string> KnownMetrics = [.. StaticsOf<Metric>().Select(metric => metric.Name)];

    [Fact]
    public void There_are_as_many_as_there_should_be() => Code.EnsureEnough(Reasons, 45);

    [Fact]
    public void Codes_are_unique() =>
        Assert.Empty(Reasons.GroupBy(reason => reason.Code, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void Sentences_name_only_known_placeholders_and_the_same_ones_in_both_languages() => Assert.All(Reasons, reason =>
    {
        Assert.Equal(Placeholders.In(reason.En).Order(StringComparer.Ordinal), Placeholders.In(reason.De).Order(StringComparer.Ordinal));
        Assert.All(Placeholders.In(reason.En), placeholder => Assert.True(
            Placeholders.Metric(placeholder) is not { } metric || KnownMetrics.Contains(metric), $"{reason.Code} names {{{placeholder}}}, which nothing fills."));
        Assert.All(new[] { reason.En, reason.De }, sentence =>
            Assert.Equal(Placeholders.In(sentence).Count() * 2, sentence.Count(c => c is '{' or '}')));
    });

    [Fact]
    public void Sentences_have_no_full_stop_and_are_translated() => Assert.All(Reasons, reason =>
    {
        Assert.All(new[] { reason.En, reason.De }, sentence => Assert.DoesNotMatch(@"(^\s|\s$|\.$)", sentence));
        Assert.True(reason.En != reason.De || reason.En == "{conditions}", $"{reason.Code} says the same in both languages.");
    });

    static IEnumerable<T> StaticsOf<T>()
        where T : class =>
        Code.TypesOf(Code.Abstractions, Code.Engine, Code.Rules, Code.Policies, Code.Host)
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(Statics))
            .Where(field => field.FieldType == typeof(T))
            .Select(field => (T)field.GetValue(null)!);
}
