using BitGrid.Engine.Explanation;
using BitGrid.Engine.Preview;
using BitGrid.Testing;

namespace BitGrid.Engine.Tests.Explanation;

/// <summary>
/// Forty typical and odd moments, each with the sentence a neighbour should read. The sentences were written first, in both
/// languages; the templates have to produce them.
/// </summary>
public sealed class ReadingTests
{
    static readonly TimeZoneInfo House = TimeZoneInfo.CreateCustomTimeZone("house", TimeSpan.FromHours(2), "house", "house");

    public static TheoryData<string> Decisions => [.. ReadingCases.Decisions.Select(reading => reading.Name)];

    public static TheoryData<string> Changes => [.. ReadingCases.Changes.Select(reading => reading.Name)];

    [Fact]
    public void There_are_at_least_forty_moments() => Assert.InRange(ReadingCases.Decisions.Length + ReadingCases.Changes.Length, 40, 100);

    [Theory]
    [MemberData(nameof(Decisions))]
    public void What_is_done_and_why(string name)
    {
        ReadingCase reading = ReadingCases.Decisions.Single(reading => reading.Name == name);
        DecisionRecord record = reading.Engine().Describe(reading.Decide());

        Assert.Equal(reading.De, new Explainer(Language.De, House).Sentence(record));
        Assert.Equal(reading.En, new Explainer(Language.En, House).Sentence(record));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_would_have_to_change(string name)
    {
        ReadingCase reading = ReadingCases.Changes.Single(reading => reading.Name == name);
        Prospect prospect = new Foresight(reading.Engine()).ForOtherOutcome(reading.Decide());

        Assert.Equal(reading.De, new Explainer(Language.De, House).Sentence(prospect));
        Assert.Equal(reading.En, new Explainer(Language.En, House).Sentence(prospect));
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Nobody_reads_jargon(string name)
    {
        ReadingCase reading = ReadingCases.Decisions.Single(reading => reading.Name == name);
        Assert.All(new[] { reading.De, reading.En }, sentence => Assert.DoesNotMatch("R[1-5]|_|[{}≥≤<>]|[Bb]lock|NaN|null", sentence));
    }

    [Fact]
    public void Without_a_time_zone_the_time_is_told_as_UTC()
    {
        ReadingCase sunny = ReadingCases.Decisions[0];

        Assert.EndsWith(" Stays so until 10:30 UTC at least.", new Explainer(Language.En).Sentence(sunny.Engine().Describe(sunny.Decide())), StringComparison.Ordinal);
    }
}
